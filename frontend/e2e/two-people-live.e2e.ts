import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, picture } from './support/browser';
import { pair } from './support/pair';
import type { Person } from './support/person';
import { natter } from './support/settings';

/** What moves by itself: ticks, who writes, who is here, calls for who is not looking. On a running stack. */

let browser: Browser;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

const lastTick = () =>
  ada.page.getByRole('group', { name: 'Messages' }).locator('[data-state]').last().getAttribute('data-state');
const becomes = (state: string) => expect.poll(lastTick, { timeout: 30_000 }).toBe(state);

describe('two people, live', () => {
  it('begins with two people who have met', async () => {
    [ada, ben] = await pair(browser, 'Gwen', 'Hugo');
  });

  it('see how far a message has come: sent, delivered, seen', async () => {
    await ben.page.goto('about:blank');
    await ada.write('Are you there?');
    await becomes('sent');
    await ben.page.goto(natter());
    await becomes('delivered');
    await ben.row(ada.name).click();
    await becomes('seen');
    await ada.page.getByRole('group', { name: 'Messages' }).getByText('Seen').waitFor({ state: 'attached' });
    await picture(ada.page, 'stack-seen');
  });

  it('see each other write, in the conversation and in the list', async () => {
    await ben.page.getByRole('textbox', { name: 'Write a message' }).pressSequentially('Well');
    await ada.page.locator('header').getByText('typing…').waitFor();
    await ada.row(ben.name).getByText('typing…').waitFor();
    await ben.page.getByRole('textbox', { name: 'Write a message' }).fill('');
    await ada.page.locator('header').getByText('typing…').waitFor({ state: 'detached' });
  });

  it('see who is here, and who has gone', async () => {
    await ada.page.locator('header').getByText('Online').waitFor();
    await ben.page.goto('about:blank');
    await ada.page.getByText(/^Last seen today at/).waitFor({ timeout: 60_000 });
    await ben.page.goto(natter());
    await ada.page.locator('header').getByText('Online').waitFor();
  });

  it('read in one tab what is then read in all', async () => {
    const there = new URL(ada.page.url()).pathname;
    await ada.page.goto(natter());
    const other = await ada.anotherTab('/');
    await ben.row(ada.name).click();
    await ben.write('For every tab');
    await ada.row(ben.name).getByText('1 unread message').waitFor({ state: 'attached' });
    await expect.poll(() => ada.page.title()).toBe('(1) Natter');
    await other.getByRole('navigation').getByRole('link', { name: ben.name }).click();
    await ada.row(ben.name).getByText('1 unread message').waitFor({ state: 'detached' });
    await expect.poll(() => ada.page.title()).toBe('Natter');
    expect(new URL(other.url()).pathname).toBe(there);
    await other.close();
  });

  it('are called when they do not look, and led to the conversation', async () => {
    await ada.context.grantPermissions(['notifications']);
    await ada.page.getByRole('button', { name: 'Your profile' }).click();
    const wanted = ada.page.getByLabel('Notifications');
    await wanted.click();
    // Checked when the browser has answered whether it may.
    await expect.poll(() => wanted.isChecked(), { timeout: 30_000 }).toBe(true);
    await ada.page.keyboard.press('Escape');
    await ada.page.evaluate(() => {
      document.hasFocus = () => false;
      return navigator.serviceWorker.ready;
    });
    const shown = () =>
      ada.page.evaluate(async () => {
        const worker = await navigator.serviceWorker.getRegistration();
        return ((await worker?.getNotifications()) ?? []).map(({ title, body }) => `${title}: ${body}`);
      });

    await ben.write('Look here!');
    await expect.poll(shown, { timeout: 30_000 }).toEqual([`${ben.name}: Look here!`]);
    const [worker] = ada.context.serviceWorkers();
    // As text: what a worker knows has no types here.
    await worker?.evaluate(
      `registration.getNotifications().then(([notification]) =>
        dispatchEvent(new NotificationEvent('notificationclick', { notification })))`,
    );

    await ada.page.getByRole('heading', { name: ben.name }).waitFor();
    await Promise.all([ada.leave(), ben.leave()]);
  });
});
