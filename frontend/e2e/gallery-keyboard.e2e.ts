import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CODE } from '../test/fake/answers';
import { PHONE } from './support/browser';
import { House } from './support/house';
import { chatter } from './support/town';

/** From the first page to signing out without ever touching a mouse. */

const house = new House();

/** More than there are stops on any page of ours. */
const MOST_STOPS = 40;

/** Goes on, or back, until something has the focus, and sees that one can see where one is at every stop. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await wanted.first().waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press(key);
    expect(await page.evaluate(marked), 'the focus is to be seen').toBe(true);
  }
  throw new Error(`no way to ${wanted.toString()} by keyboard`);
}

const isFocused = (wanted: Locator) =>
  wanted.first().evaluate((element) => element === document.activeElement);

/** Whether what has the focus, or what it stands in, has an outline. */
function marked(): boolean {
  // The browser's own bars.
  if (document.activeElement === document.body) return true;
  for (let element = document.activeElement, up = 0; element !== null && up < 3; up++) {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return true;
    element = element.parentElement;
  }
  return false;
}

describe('by keyboard alone', () => {
  it('one signs in, reads, writes, begins a conversation and signs out', async () => {
    const { fake, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, '/');
    const { keyboard } = page;
    const write = page.getByRole('textbox', { name: 'Write a message' });

    await page.getByLabel('E-mail address').waitFor();
    await expect.poll(() => isFocused(page.getByLabel('E-mail address'))).toBe(true);
    await keyboard.type('ada@example.org');
    await keyboard.press('Enter');
    await page.getByLabel('Six-digit code').waitFor();
    await expect.poll(() => isFocused(page.getByLabel('Six-digit code'))).toBe(true);
    await keyboard.type(CODE);

    await tabTo(page, page.getByRole('link', { name: /Ben Franklin/ }));
    await keyboard.press('Enter');
    await tabTo(page, write);
    await keyboard.type('Nothing clicked');
    await keyboard.press('Enter');
    await expect.poll(() => withBen.messages.at(-1)?.text).toBe('Nothing clicked');

    await tabTo(page, page.getByRole('group', { name: 'Messages' }), 'Shift+Tab');
    await keyboard.press('Home');
    await page.getByText('This is the beginning').waitFor();

    await tabTo(page, page.getByRole('button', { name: 'New conversation' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await page.getByRole('combobox').waitFor();
    await keyboard.type('Cleo');
    await page.getByText('1 person found').waitFor();
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cleo' }).waitFor();

    await tabTo(page, page.getByRole('button', { name: 'Your profile' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Sign out', exact: true }));
    await keyboard.press('Enter');
    await page.getByLabel('E-mail address').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('the browser’s own way back and forth leads where one was', async () => {
    const { fake, ada, withBen, circle } = chatter();
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    const paths: string[] = [];
    for (const { id } of [withBen, circle]) {
      await page.locator(`a[href="/c/${id}"]`).press('Enter');
      await page.locator(`a[href="/c/${id}"][aria-current=page]`).waitFor();
      paths.push(`/c/${id}`);
    }
    const shows = (path: string) => expect.poll(() => new URL(page.url()).pathname).toBe(path);

    await page.goBack();
    await shows(String(paths[0]));
    await page.getByRole('heading', { name: 'Ben Franklin' }).waitFor();
    await page.goBack();
    await shows('/');
    await page.getByText('Pick a conversation').waitFor();
    await page.goForward();
    await shows(String(paths[0]));
    await page.getByRole('heading', { name: 'Ben Franklin' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('one gets from a conversation back to the list on a phone', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await page.setViewportSize(PHONE);
    await page.getByText('I’ll bring the engine.').last().waitFor();
    await tabTo(page, page.getByRole('link', { name: /back/i }), 'Shift+Tab');
    await page.keyboard.press('Enter');

    await page.getByRole('link', { name: /Ben Franklin/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(faults).toEqual([]);
    await context.close();
  });
});
