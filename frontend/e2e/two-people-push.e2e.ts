import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './support/browser';
import { pair } from './support/pair';
import type { Person } from './support/person';
import { natter } from './support/settings';

/** What the service worker does with pushes: the browser delivers them as if they came from its push service. */

let browser: Browser;
let ada: Person;
let ben: Person;
let conversationId: string;
let deliver: (payload: object) => Promise<void>;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

const shown = () =>
  ada.page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration();
    return ((await worker?.getNotifications()) ?? []).map(({ title, body }) => `${title}: ${body}`);
  });

const message = (seq: number, more: object) => ({
  type: 'message',
  conversationId,
  seq,
  senderName: ben.name,
  ...more,
});

async function inWorker<T>(script: string): Promise<T | undefined> {
  const [worker] = ada.context.serviceWorkers();
  return worker?.evaluate<T>(script);
}

describe('a push', () => {
  it('reaches the service worker when its owner allows it', async () => {
    [ada, ben] = await pair(browser, 'Greta', 'Hugo');
    await ada.context.grantPermissions(['notifications']);
    conversationId = new URL(ada.page.url()).pathname.replace('/c/', '');
    await ada.page.evaluate(() => navigator.serviceWorker.ready);
    const devtools = await ada.context.newCDPSession(ada.page);
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [registration] = registrations;
        if (registration !== undefined) resolve(registration.registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registered;
    deliver = async (payload) => {
      const data = JSON.stringify(payload);
      await devtools.send('ServiceWorker.deliverPushMessage', { origin: natter(), registrationId, data });
    };

    await deliver(message(1, { text: 'Are you there?' }));

    await expect.poll(shown).toEqual([`${ben.name}: Are you there?`]);
  });

  it('replaces the one of the same conversation, and says who wrote in a group', async () => {
    await deliver(message(2, { title: 'Kites', text: 'At ten' }));
    await expect.poll(shown).toEqual([`Kites: ${ben.name}: At ten`]);

    await deliver(message(3, { title: 'Kites' }));

    await expect.poll(shown).toEqual([`Kites: ${ben.name}: Picture`]);
  });

  it('withdraws what was read elsewhere, and nothing newer', async () => {
    await deliver({ type: 'read', conversationId, seq: 2 });
    await deliver({ ...message(1, { text: 'Elsewhere' }), conversationId: 'another' });
    await expect.poll(shown).toHaveLength(2);

    await deliver({ type: 'read', conversationId, seq: 3 });

    await expect.poll(shown).toEqual([`${ben.name}: Elsewhere`]);
  });

  it('that is no message shows nothing', async () => {
    await deliver({ type: 'later', conversationId, seq: 4 });
    await deliver({ type: 'read', conversationId: 'another', seq: 9 });

    await expect.poll(shown).toEqual([]);
  });

  it('is answered from the notification, without the app', async () => {
    const data = JSON.stringify({ conversationId, path: `/c/${conversationId}`, seq: 1 });

    await inWorker(`reply(${data}, 'On my way')`);

    await ben.row(ada.name).click();
    await ben.sees(['On my way']);
    await ada.context.setOffline(true);
    await inWorker(`reply(${data}, 'Nearly there')`);
    await expect.poll(shown).toEqual(['Your reply was not sent: Nearly there']);
    await ada.context.setOffline(false);
    await Promise.all([ada.leave(), ben.leave()]);
  });
});
