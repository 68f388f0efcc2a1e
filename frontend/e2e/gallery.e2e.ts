import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CODE, problem } from '../test/fake/answers';
import { DESKTOP } from './support/browser';
import { House } from './support/house';
import { show } from './support/site';
import { chatter, town } from './support/town';

/** Every state of the app in a real browser, on the built files and the fake server: seen, and measured by axe. */

const house = new House();

/** Waits until the open conversation, not only the list, says something. */
const inTalk = (page: Page, text: string) =>
  page
    .getByRole('group', { name: /Messages|संदेश/ })
    .getByText(text)
    .last()
    .waitFor();

describe('the gallery', () => {
  it('signs in', async () => {
    const { fake } = town();
    const { page, context, faults } = await house.visit(fake, '/');
    await page.getByLabel('E-mail address').waitFor();
    await show(page, 'sign-in');
    fake.next('POST /api/v1/auth/otp', () => problem(429, 'rate_limited', { 'retry-after': '42' }));
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('Try again in 42 seconds').waitFor();
    await show(page, 'sign-in-too-often');
    await page.keyboard.press('Enter');
    const code = page.getByLabel('Six-digit code');
    await code.waitFor();
    await page.keyboard.type('123');
    await show(page, 'code');
    await page.keyboard.type('999');
    await page.getByText(/isn’t right/).waitFor();
    await show(page, 'code-wrong');
    await code.fill(CODE);
    await page.getByText('No conversations yet').waitFor();
    await show(page, 'empty');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows the list and conversations', async () => {
    const { fake, ada, withBen, ben, withMax, circle } = chatter();
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.getByRole('link', { name: /Ben Franklin/ }).waitFor();
    await show(page, 'list');
    await page.getByRole('link', { name: /Ben Franklin/ }).click();
    await inTalk(page, 'I’ll bring the engine.');
    await page.getByRole('textbox', { name: 'Write a message' }).fill('It weighs\nfour tons, so');
    await show(page, 'conversation');
    await page.getByRole('textbox', { name: 'Write a message' }).fill('');
    fake.write(withBen, ben, 'Marvellous!');
    await inTalk(page, 'Marvellous!');
    await page.goto(`${house.site.origin}/c/${withMax.id}`);
    await page.getByRole('heading', { name: /Maximiliane/ }).waitFor();
    await show(page, 'long-names');
    await page.goto(`${house.site.origin}/c/${circle.id}`);
    await inTalk(page, 'sandwiches');
    await show(page, 'group');
    await page.goto(`${house.site.origin}/c/unknown`);
    await page.getByText(/doesn’t exist/).waitFor();
    await show(page, 'not-found');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('starts a conversation and shows the profile', async () => {
    const { fake, ada } = chatter();
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('combobox').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('combobox');
    await show(page, 'search');
    await page.getByRole('combobox').fill('d');
    await page.getByText('1 person found').waitFor();
    await show(page, 'search-found');
    await page.getByRole('combobox').fill('zzz');
    await page.getByText('No one found').waitFor();
    await show(page, 'search-no-one');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('New conversation');
    await page.getByRole('button', { name: 'Your profile' }).click();
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await show(page, 'profile');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says what has failed', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await inTalk(page, 'I’ll bring the engine.');
    fake.deaf = true;
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Are you there?');
    await page.keyboard.press('Enter');
    await page.getByText('Sending').waitFor({ state: 'attached' });
    await show(page, 'sending');
    const { clientMessageId } = fake.frames.findLast(({ type }) => type === 'send') as {
      clientMessageId: string;
    };
    fake.next(`POST /api/v1/conversations/${withBen.id}/messages`, () => problem(422, 'refused'));
    fake.push({ type: 'error', code: 'refused', clientMessageId }, [ada.id]);
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    fake.socketsOpen = false;
    fake.dropSockets(1012);
    await page.getByText('Reconnecting…').first().waitFor({ state: 'attached' });
    await show(page, 'failed');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows who is writing, and stands still where less motion is asked for', async () => {
    const { fake, ada, ben, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await inTalk(page, 'I’ll bring the engine.');
    const writing = page.getByRole('main').locator('header').getByText('typing…');
    await expect
      .poll(async () => {
        fake.type(withBen, ben);
        return writing.count();
      })
      .toBe(1);
    // The browser asks for less motion.
    const moving = () =>
      page.evaluate(
        () =>
          document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) > 1)
            .length,
      );
    expect(await moving()).toBe(0);
    await show(page, 'typing');
    fake.type(withBen, ben);
    await writing.waitFor();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect.poll(moving).toBeGreaterThanOrEqual(3);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('speaks Hindi', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await page.evaluate(() => {
      localStorage.setItem('natter.preferences', JSON.stringify({ language: 'hi' }));
    });
    await page.reload();
    await inTalk(page, 'I’ll bring the engine.');
    await page.getByPlaceholder('संदेश लिखें').waitFor();
    await show(page, 'hindi');
    await page.setViewportSize(DESKTOP);
    await page.getByRole('button', { name: 'आपकी प्रोफ़ाइल' }).click();
    await page.getByRole('textbox', { name: 'नाम' }).waitFor();
    await show(page, 'hindi-profile');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('can be written from right to left', async () => {
    const { fake, ada, withBen, withMax, circle } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    // No language of ours is written so yet: the layout is ready for one that is.
    const turn = () =>
      page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
    await inTalk(page, 'I’ll bring the engine.');
    await turn();
    await show(page, 'right-to-left');
    await page.setViewportSize(DESKTOP);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('combobox').fill('d');
    await page.getByText('1 person found').waitFor();
    await show(page, 'right-to-left-search');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Your profile' }).click();
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await show(page, 'right-to-left-profile');
    await page.goto(`${house.site.origin}/c/${circle.id}`);
    await inTalk(page, 'sandwiches');
    await turn();
    fake.deaf = true;
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Are you there?');
    await page.keyboard.press('Enter');
    const sent = () => fake.frames.findLast(({ type }) => type === 'send')?.['clientMessageId'];
    await expect.poll(sent).toBeTypeOf('string');
    fake.next(`POST /api/v1/conversations/${circle.id}/messages`, () => problem(422, 'refused'));
    fake.push({ type: 'error', code: 'refused', clientMessageId: String(sent()) }, [ada.id]);
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    await show(page, 'right-to-left-failed');
    await page.goto(`${house.site.origin}/c/${withMax.id}`);
    await page.getByRole('heading', { name: /Maximiliane/ }).waitFor();
    await turn();
    await show(page, 'right-to-left-long-names');
    expect(faults).toEqual([]);
    await context.close();
  });
});
