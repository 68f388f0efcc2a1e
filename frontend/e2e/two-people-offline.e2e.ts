import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, picture } from './support/browser';
import { pair } from './support/pair';
import { Person } from './support/person';
import { natter } from './support/settings';

/** Networks that go and come, on a running stack; and what is left of a user who has signed out. */

let browser: Browser;
let ada: Person;
let ben: Person;
/** Another device of Ada's. */
let elsewhere: Promise<Person>;
const said: string[] = [];

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

const offlineLine = () =>
  ada.page
    .getByText(/You’re offline|Reconnecting/)
    .filter({ visible: true })
    .first();

describe('without a network', () => {
  it('begins with two people who have met', async () => {
    [ada, ben] = await pair(browser, 'Edith', 'Finn');
    await ben.row(ada.name).click();
    await ada.write('Before the tunnel');
    said.push('Before the tunnel');
    await Promise.all([ada.sees(said), ben.sees(said)]);
    await ada.allSent();
    // It has to wait for its code, and does so meanwhile.
    elsewhere = Person.arrives(browser, ada.name).then(async (person) => {
      await person.signIn('/', 2);
      return person;
    });
    elsewhere.catch(() => undefined);
  });

  it('the app opens all the same, with what was said', async () => {
    await ada.page.evaluate(() => navigator.serviceWorker.ready);
    await ada.page.reload();
    await ada.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await ada.sees(said);
    await ada.context.setOffline(true);

    await ada.page.reload();

    await ada.row(ben.name).waitFor();
    await ada.sees(said);
    await offlineLine().waitFor();
    await picture(ada.page, 'stack-offline-start');
  });

  it('what one writes waits, over a reload too, and goes in its order when the network is back', async () => {
    for (const text of ['first', 'second', 'third']) {
      await ada.write(text);
      said.push(text);
    }
    await ada.page.getByRole('textbox', { name: 'Write a message' }).fill('half wri');
    await ada.sees(said);
    // Written to disk a moment later.
    await expect
      .poll(() =>
        ada.page.evaluate(async () => {
          const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('natter.'))?.name;
          const db = await new Promise<IDBDatabase>((resolve, reject) => {
            const opening = indexedDB.open(name ?? '');
            opening.onsuccess = () => {
              resolve(opening.result);
            };
            opening.onerror = reject;
          });
          const count = (store: string) =>
            new Promise<number>((resolve) => {
              const request = db.transaction(store).objectStore(store).count();
              request.onsuccess = () => {
                resolve(request.result);
              };
            });
          const counts = [await count('outbox'), await count('drafts')];
          db.close();
          return counts;
        }),
      )
      .toEqual([3, 1]);

    await ada.page.reload();
    await ada.sees(said);
    await expect
      .poll(() => ada.page.getByRole('textbox', { name: 'Write a message' }).inputValue())
      .toBe('half wri');
    await ada.context.setOffline(false);

    await ben.sees(said);
    await ada.allSent();
    await ada.sees(said);
  });
});

describe('a session', () => {
  it('that is ended on another device ends here, says so, and leaves nothing behind', async () => {
    const other = await elsewhere;
    // What is half written would stay, for the next sign-in.
    await ada.page.getByRole('textbox', { name: 'Write a message' }).fill('');
    await other.page.getByRole('button', { name: 'Your profile' }).click();
    await other.page
      .getByRole('button', { name: /^Sign out ./ })
      .first()
      .click();

    await ada.page.getByText('You were signed out. Sign in to go on.').waitFor();
    await picture(ada.page, 'stack-signed-out-elsewhere');
    await expect.poll(() => left(ada)).toEqual({ databases: [], owner: null, tokens: false, files: true });
    await other.leave();
  });

  it('leaves nothing behind when one signs out', async () => {
    expect(await left(ben)).toMatchObject({ databases: [expect.stringMatching(/^natter\./)] });
    await ben.page.goto(natter());

    await ben.signOut();

    await expect.poll(() => left(ben)).toMatchObject({ databases: [], owner: null, tokens: false });
    await ben.page.goBack();
    await ben.page.getByLabel('E-mail address').waitFor();
    expect(await ben.page.getByText('Before the tunnel').count()).toBe(0);
    await Promise.all([ada.leave(), ben.leave()]);
  });
});

/** What of a user is still on their device. Of the service worker's, only the app's own files may be. */
function left({ page }: Person) {
  return page.evaluate(async () => {
    const caches = await globalThis.caches.keys();
    const urls = await Promise.all(
      caches.map(async (name) => (await (await globalThis.caches.open(name)).keys()).map(({ url }) => url)),
    );
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== undefined),
      owner: localStorage.getItem('natter.owner'),
      tokens: /eyJ/.test(
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
      ),
      files: urls.flat().every((url) => !new URL(url).pathname.startsWith('/api/')),
    };
  });
}
