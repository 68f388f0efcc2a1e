import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, inScheme, launch, picture } from './support/browser';
import { Person } from './support/person';
import { natter } from './support/settings';

/** Two people, each with a browser, on a running stack. The steps follow each other: each begins where the one before ended. */

let browser: Browser;
let ada: Person;
let ben: Person;
// A stack that runs for long has seen others of these names.
const run = Date.now().toString(36);

beforeAll(async () => {
  browser = await launch();
  ada = await Person.arrives(browser, `Ada ${run}`);
  ben = await Person.arrives(browser, `Ben ${run}`, { phone: true, scheme: 'dark' });
});

afterAll(async () => {
  await browser.close();
});

const said: string[] = [];
const bothSee = async () => {
  await Promise.all([ada.sees(said), ben.sees(said)]);
};
const conversation = () => new URL(ada.page.url()).pathname;

describe('two people', () => {
  it('sign in with codes from their mail', async () => {
    await Promise.all([ada.signIn(), ben.signIn()]);

    await Promise.all([ada.takeName(), ben.takeName()]);
    await picture(ada.page, 'stack-empty-desktop-light');
  });

  it('find each other, by address and by name', async () => {
    await ada.startWith(ben.email, ben.name);
    await ben.row(ada.name).waitFor();

    await ben.page.getByRole('button', { name: 'New conversation' }).click();
    await ben.page.getByRole('combobox').fill(ada.name.toLowerCase());
    await ben.page.getByRole('option', { name: ada.name }).waitFor();
    await ben.page.keyboard.press('Escape');
  });

  it('see each other’s messages arrive', async () => {
    await ada.write('Hello Ben!');
    said.push('Hello Ben!');
    await ben.row(ada.name).getByText('1 unread message').waitFor({ state: 'attached' });
    await picture(ben.page, 'stack-list-phone-dark');

    await ben.row(ada.name).click();
    await bothSee();
    await ben.write('Hello Ada! ⚡');
    said.push('Hello Ada! ⚡');
    await bothSee();
    await ada.write('Engines?\nKites?');
    said.push('Engines?\nKites?');
    await bothSee();
    await ada.allSent();
    await picture(ada.page, 'stack-conversation-desktop-light');
    await picture(ben.page, 'stack-conversation-phone-dark');
    await inScheme(ada.page, 'dark');
    await expectAccessible(ada.page);
    await picture(ada.page, 'stack-conversation-desktop-dark');
    await expectAccessible(ben.page);
    await inScheme(ben.page, 'light');
    await picture(ben.page, 'stack-conversation-phone-light');
  });

  it('read what is before their eyes', async () => {
    await ben.page.goBack();
    await ben.row(ada.name).waitFor();
    expect(await ben.page.getByText('unread message').count()).toBe(0);
    expect(new URL(ben.page.url()).pathname).toBe('/');
    await ben.page.reload();
    await ben.row(ada.name).waitFor();
    expect(await ben.page.getByText('unread message').count()).toBe(0);
    await ben.page.goForward();
    await bothSee();
  });

  it('are still there after a reload', async () => {
    await Promise.all([ada.page.reload(), ben.page.reload()]);

    await bothSee();
    await ada.write('Still here?');
    said.push('Still here?');
    await bothSee();
  });

  it.each(['and so did its cookie', 'but its cookie came'])(
    'are still signed in when the answer to a refresh got lost with the page: %s',
    async (how) => {
      const { page, context } = ada;
      for (let n = 0; n < 2; n++) {
        const answered = new Promise<void>((resolve, reject) => {
          void page.route(
            '**/auth/refresh',
            async (route) => {
              const before = await context.cookies();
              const answer = await route.fetch();
              if (how === 'and so did its cookie') await context.addCookies(before);
              if (answer.ok()) resolve();
              else reject(new Error(`refused: ${answer.status()}`));
              // And the page does not learn it, and is left before long.
            },
            { times: 1 },
          );
        });
        await page.reload({ waitUntil: 'domcontentloaded' });
        await answered;
      }
      await page.reload();

      await ada.sees(said);
    },
  );

  it('miss nothing while offline', async () => {
    await ben.context.setOffline(true);
    await ben.page
      .getByText(/You’re offline|Reconnecting/)
      .filter({ visible: true })
      .waitFor();
    for (const text of ['one', 'two', 'three']) {
      await ada.write(text);
      said.push(text);
    }
    await ada.sees(said);
    await ben.write('written in a tunnel');
    await ben.unsent().waitFor({ state: 'attached' });
    await picture(ben.page, 'stack-offline-phone-light');

    await ben.context.setOffline(false);
    said.push('written in a tunnel');

    await bothSee();
    await ben.allSent();
  });

  it('may use several tabs at once', async () => {
    const tabs = await Promise.all([1, 2, 3].map(() => ada.anotherTab(conversation())));
    await Promise.all(tabs.map((tab) => ada.sees(said, tab)));

    await ben.write('In every tab?');
    said.push('In every tab?');

    await Promise.all([...tabs.map((tab) => ada.sees(said, tab)), bothSee()]);
    for (const tab of tabs.slice(1)) await tab.close();
  });

  it('follow each other’s names', async () => {
    await ben.page.goto(natter());
    await ben.page.getByRole('button', { name: 'Your profile' }).click();
    await ben.page.getByRole('textbox', { name: 'Name' }).fill(`${ben.name} the Second`);
    await ben.page.keyboard.press('Enter');
    await ben.page.getByText('Saved.').waitFor();

    await ada.page.getByRole('heading', { name: `${ben.name} the Second` }).waitFor();
  });

  it('sign out, in every tab', async () => {
    const [, other] = ada.context.pages();
    await ada.signOut();
    await other?.getByLabel('E-mail address').waitFor();
    await ada.page.reload();
    await ada.page.getByLabel('E-mail address').waitFor();

    const store = await ada.page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), document.cookie]),
    );
    expect(store).not.toMatch(/eyJ/);
    await Promise.all([ada.leave(), ben.leave()]);
  });
});
