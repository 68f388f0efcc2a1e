import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, picture } from './support/browser';
import { House } from './support/house';
import { drawing } from './support/pixels';
import { Scroller } from './support/scroller';
import { longTalk } from './support/town-of-many';

/** Where one comes in when something is unread: at its beginning, and nothing counts as read that was not on screen. */

const house = new House();

/** The numbers of the messages that are on screen to their end. */
const onScreen = (page: Page) =>
  page.getByLabel('Messages').evaluate((scroller) => {
    const view = scroller.getBoundingClientRect();
    return [...scroller.querySelectorAll<HTMLElement>('[data-seq]')]
      .map((element) => ({ box: element.getBoundingClientRect(), seq: Number(element.dataset['seq']) }))
      .filter(({ box }) => box.bottom > view.top + 4 && box.bottom <= view.bottom + 4)
      .map(({ seq }) => seq);
  });

/** Nothing has moved for longer than read positions are coalesced. */
const settled = (page: Page) =>
  page.getByLabel('Messages').evaluate(
    (scroller) =>
      new Promise<void>((resolve) => {
        let [before, still] = ['', 0];
        const look = () => {
          const { scrollTop, scrollHeight, clientHeight } = scroller;
          const now = [scrollTop, scrollHeight, clientHeight].join();
          still = now === before ? still + 1 : 0;
          before = now;
          if (still < 30) requestAnimationFrame(look);
          else resolve();
        };
        look();
      }),
  );

describe.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
])('on a %s', (size, viewport) => {
  it.each([
    ['messages', 'with a kept page'],
    ['messages', 'without one'],
    ['pictures', 'with a kept page'],
    ['pictures', 'without one'],
  ])('40 unread %s are come into at the first, %s', async (what, how) => {
    const { fake, ada, ben, talk } = longTalk(3, 3);
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.setViewportSize(viewport);
    const scroller = new Scroller(page);
    await scroller.line(3).waitFor();
    await settled(page);
    const ink = what === 'pictures' ? await drawing(page) : undefined;
    await page.goto('about:blank');
    const last = 43;
    for (let n = 4; n <= last; n++) {
      if (ink === undefined) fake.write(talk, ben, `Message ${n}. ${'And so on. '.repeat(n % 7)}`);
      else {
        const [width, height] = n % 3 === 0 ? [240, 320] : [640, 240];
        fake.show(talk, ben, fake.images.put(ink, width, height), n % 4 === 0 ? `Picture ${n}` : undefined);
      }
    }
    expect(fake.view(talk, ada.id)).toMatchObject({ unread: last - 3 });

    if (how === 'without one') {
      await page.goto(house.site.origin + '/icon.svg');
      await page.evaluate(async () => {
        const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
        await Promise.all(
          names.map((name) => new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done))),
        );
      });
    }
    await page.goto(`${house.site.origin}/c/${talk.id}`);
    const unread = () => fake.view(talk, ada.id).unread;
    /** Nothing but what is, or was, on screen is read, and all of that. */
    const readUpTo = async (seq: number) => {
      await settled(page);
      await expect.poll(unread).toBe(last - seq);
    };

    await page.getByText('New messages', { exact: true }).waitFor();
    await settled(page);
    if (ink !== undefined) await page.locator('[data-seq="4"] img').waitFor();
    await picture(page, `unread-${what}-${how.split(' ')[0] ?? ''}-${size}`);
    const first = await page.locator('[data-seq="4"]').boundingBox();
    const frame = await scroller.locator.boundingBox();
    expect((first?.y ?? 0) - (frame?.y ?? 0)).toBeGreaterThan(0);
    expect((first?.y ?? 0) - (frame?.y ?? 0)).toBeLessThan(160);
    await page.getByRole('button', { name: /new messages/ }).waitFor();
    const seen = Math.max(...(await onScreen(page)));
    expect(seen).toBeGreaterThanOrEqual(4);
    await readUpTo(seen);

    // A keyboard takes half of the room: what one reads stays, and nothing else counts as read.
    await page.setViewportSize({ width: viewport.width, height: viewport.height / 2 });
    await readUpTo(seen);
    await page.setViewportSize(viewport);

    // A little further down, and as far is read.
    await expect
      .poll(async () => {
        await scroller.press('ArrowDown');
        return Math.max(...(await onScreen(page)));
      })
      .toBeGreaterThan(seen);
    await settled(page);
    const now = Math.max(...(await onScreen(page)));
    await readUpTo(now);

    // An answer counts nothing as read that was left out; the way back there is shown.
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Sorry, I was away.');
    await page.keyboard.press('Enter');
    await expect.poll(() => scroller.toEnd()).toBeLessThanOrEqual(1);
    await settled(page);
    expect(now).toBeLessThan(last - (await onScreen(page)).length);
    await readUpTo(now);
    await page.getByRole('button', { name: /unread messages? above/ }).click();
    await settled(page);
    expect(await onScreen(page)).toContain(now + 1);
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('an unread run that arrives while one is away from the window is followed no further than its first', async () => {
  const { fake, ada, ben, talk } = longTalk(60, 60);
  const { page, context } = await house.visit(fake, `/c/${talk.id}`, ada.id);
  const scroller = new Scroller(page);
  await scroller.line(60).waitFor();
  await expect.poll(() => scroller.toEnd()).toBeLessThanOrEqual(1);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
    dispatchEvent(new Event('blur'));
  });
  for (let n = 61; n <= 110; n++) fake.write(talk, ben, `Message ${n}.`);
  await page.getByRole('navigation').getByText('Message 110.').waitFor();
  await settled(page);

  expect(fake.view(talk, ada.id).unread).toBe(50);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hasFocus', { value: () => true, configurable: true });
    dispatchEvent(new Event('focus'));
  });
  await settled(page);
  const seen = await onScreen(page);
  expect(seen).toContain(61);
  await expect.poll(() => fake.view(talk, ada.id).unread).toBe(110 - Math.max(...seen));
  await context.close();
});

it('who writes before the list has found its place has read what is on screen all the same', async () => {
  const { fake, ada, ben, talk } = longTalk(5, 3);
  const { page, context, faults } = await house.visit(fake, '/', ada.id);
  await page.getByRole('navigation').getByRole('link', { name: ben.name }).waitFor();
  // Frames come only once the message is written.
  await page.evaluate(() => {
    const held = new Map<number, FrameRequestCallback>();
    const { requestAnimationFrame, cancelAnimationFrame } = globalThis;
    globalThis.requestAnimationFrame = (callback) => {
      const id = -1 - held.size;
      held.set(id, callback);
      return id;
    };
    globalThis.cancelAnimationFrame = (id) => {
      if (id < 0) held.set(id, () => undefined);
      else cancelAnimationFrame(id);
    };
    addEventListener('release', () => {
      globalThis.requestAnimationFrame = requestAnimationFrame;
      held.forEach((callback) => requestAnimationFrame(callback));
    });
  });
  await page.getByRole('navigation').getByRole('link', { name: ben.name }).click();
  const said = page.getByLabel('Messages');
  await said.getByText('Message 5.').waitFor({ state: 'attached' });

  await page.getByRole('textbox', { name: 'Write a message' }).fill('Already here.');
  await page.keyboard.press('Enter');
  await said.getByText('Already here.').waitFor({ state: 'attached' });
  await page.evaluate(() => dispatchEvent(new Event('release')));

  await expect.poll(() => fake.view(talk, ada.id).unread).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

it.each([
  ['a few', 9, 0],
  ['many', 60, 3],
])('what comes on screen because the window grows is read, of %s', async (_, count, read) => {
  const { fake, ada, ben, talk } = longTalk(count, read);
  const { page, context, faults } = await house.visit(fake, '/', ada.id);
  await page.setViewportSize({ width: DESKTOP.width, height: 400 });
  await page.locator(`a[href="/c/${talk.id}"]`).click();
  await page.getByRole('button', { name: /new messages/ }).waitFor();
  const below = (seq: number) => talk.messages.filter((each) => each.seq > seq && each.senderId === ben.id);
  const left = async () => below(Math.max(...(await onScreen(page)))).length;
  await settled(page);
  await expect.poll(async () => fake.view(talk, ada.id).unread - (await left())).toBe(0);
  const before = await left();
  expect(before).toBeGreaterThan(0);

  await page.setViewportSize(DESKTOP);

  await settled(page);
  await expect.poll(async () => fake.view(talk, ada.id).unread - (await left())).toBe(0);
  expect(await left()).toBeLessThan(before);
  if (count === 9) await page.getByRole('button', { name: /latest/ }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});
