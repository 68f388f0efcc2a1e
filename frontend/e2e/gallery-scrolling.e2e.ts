import { describe, expect, it } from 'vitest';
import { DESKTOP, thorough } from './support/browser';
import { House } from './support/house';
import { Scroller, scrollThrough } from './support/scroller';
import { show } from './support/site';
import { longTalk } from './support/town-of-many';

/** Long histories, in a real browser: nothing jumps, and nothing is slow. */

const house = new House();

/** All of them are loaded, page by page, before anything is measured: that takes its time. */
const MANY = thorough ? 10_000 : 1_500;

const pages = (requests: readonly string[]) => requests.filter((call) => call.endsWith('/messages')).length;

describe('a long conversation', () => {
  it('does not move what one reads, whatever comes in above or below', async () => {
    const { fake, ada, ben, talk } = longTalk(300);
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    const scroller = new Scroller(page);
    await scroller.line(300).waitFor();
    await expect.poll(() => scroller.toEnd()).toBeLessThanOrEqual(1);

    // Up into the history: the next page comes in above.
    await scroller.line(280).scrollIntoViewIfNeeded();
    const before = await scroller.topOf(280);
    await expect.poll(() => pages(fake.requests)).toBeGreaterThan(1);
    await scroller.locator.evaluate(() => new Promise(requestAnimationFrame));
    expect(Math.abs((await scroller.topOf(280)) - before)).toBeLessThanOrEqual(1);

    // Others write: they come in below.
    fake.write(talk, ben, 'A new one below');
    fake.write(talk, ben, 'And one more');
    await page.getByRole('button', { name: '2 new messages' }).waitFor();
    expect(Math.abs((await scroller.topOf(280)) - before)).toBeLessThanOrEqual(1);
    await show(page, 'reading-further-up');

    // All the way up, by keyboard.
    await page.setViewportSize(DESKTOP);
    await expect
      .poll(
        async () => {
          await scroller.press('Home');
          return page.getByText('This is the beginning').count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);

    // And down again, where one stays when more arrives, and when the room gets smaller.
    await page.getByRole('button', { name: /new messages/ }).click();
    await expect.poll(() => scroller.toEnd()).toBeLessThanOrEqual(1);
    fake.write(talk, ben, 'You are back!');
    await page.getByText('You are back!').last().waitFor();
    await expect.poll(() => scroller.toEnd()).toBeLessThanOrEqual(1);
    await page.getByRole('textbox', { name: 'Write a message' }).fill('one\ntwo\nthree\nfour');
    await expect.poll(() => scroller.toEnd()).toBeLessThanOrEqual(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('begins where one stopped reading, however much came since, and goes on from there', async () => {
    const { fake, ada, ben, talk } = longTalk(600, 200);
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    const scroller = new Scroller(page);
    await scroller.line(201).waitFor();
    const top = (await scroller.locator.boundingBox())?.y ?? 0;
    await expect.poll(async () => (await scroller.topOf(201)) - top).toBeLessThan(120);
    await show(page, 'much-unread');
    await page.setViewportSize(DESKTOP);

    // Further down the next page comes in below, and moves nothing.
    await expect.poll(() => scroller.line(210).count()).toBe(1);
    await scroller.line(210).scrollIntoViewIfNeeded();
    for (let n = 0; n < 12; n++) await scroller.press('PageDown');
    const seen = await page
      .getByText(/^Message \d+\./)
      .filter({ visible: true })
      .last()
      .textContent();
    expect(Number(/\d+/.exec(seen ?? '')?.[0])).toBeGreaterThan(250);

    // What is new meanwhile is at the end, where one gets at once.
    fake.write(talk, ben, 'The very latest');
    await page.getByRole('button', { name: /new messages/ }).click();
    await scroller.locator.getByText('The very latest').waitFor();
    await expect.poll(() => scroller.toEnd()).toBeLessThanOrEqual(1);
    await expect.poll(() => fake.view(talk, ada.id).unread).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it(`of ${MANY} messages is scrolled through, up and down`, async () => {
    const { fake, ada, talk } = longTalk(MANY, 1);
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    const scroller = new Scroller(page);
    await scroller.line(2).waitFor();
    await scroller.loadTo(MANY);

    const up = await scrollThrough(scroller.locator, -2_000);
    await page.getByText('This is the beginning').waitFor();
    // As fast as a thumb throws it: 18,000 px a second.
    const fling = await scrollThrough(scroller.locator, 300, MANY / 25);
    const down = await scrollThrough(scroller.locator, 2_000);
    console.log(`${MANY} messages, ms a frame`, { up, fling, down });

    for (const { blank, mostRows, frames } of [up, fling, down]) {
      expect(frames).toBeGreaterThan(MANY / 100);
      expect(blank).toBe(0);
      expect(mostRows).toBeLessThan(80);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});
