import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, launch, openPage } from './support/browser';
import { landscape } from './support/landscape';
import { Site, show } from './support/site';
import { town } from './support/town';

/** Pictures in every state: on their way, there, not to be had, before they are sent, and large. */

let browser: Browser;
let site: Site;
let wide: ArrayBuffer;
let tall: ArrayBuffer;

beforeAll(async () => {
  [site, browser] = await Promise.all([Site.opened(), launch()]);
  const { page, context } = await openPage(browser);
  wide = await landscape(page, 1200, 800);
  tall = await landscape(page, 600, 1000);
  await context.close();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Ada and Ben, who have shown each other what they saw. */
function album() {
  const { fake, ada, people } = town();
  const [ben] = people;
  if (ben === undefined) throw new Error('nobody there');
  const talk = fake.talk([ada, ben]);
  const jpeg = 'image/jpeg';
  fake.write(talk, ben, 'Look what the rain left us.');
  fake.show(talk, ben, fake.images.put(wide, 1200, 800, jpeg));
  fake.show(talk, ada, fake.images.put(tall, 600, 1000, jpeg), 'And from the other side, a little later.');
  fake.show(talk, ben, { id: 'gone', contentType: jpeg, width: 1200, height: 800, bytes: 9 }, 'And then');
  return { fake, ada, talk };
}

describe('pictures', () => {
  it('stand in the conversation, and open large', async () => {
    const { fake, ada, talk } = album();
    const { page, context, faults } = await site.visit(browser, fake, `/c/${talk.id}`, ada.id);
    await page.getByText('And then').last().waitFor();
    await page.getByText('The picture could not be loaded.').waitFor();
    await show(page, 'pictures');
    await page.setViewportSize(DESKTOP);
    await page.getByRole('button', { name: 'Picture from Ben Franklin, open' }).click();
    await page.getByRole('dialog').getByRole('img').waitFor();
    await show(page, 'picture-viewer');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are looked at before they are sent, and can be called back or sent again', async () => {
    const { fake, ada, talk } = album();
    const { page, context, faults } = await site.visit(browser, fake, `/c/${talk.id}`, ada.id);
    await page.getByText('And then').last().waitFor();
    const file = { name: 'lake.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(wide) };
    await page.locator('input[type=file]').setInputFiles(file);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img').waitFor();
    await show(page, 'picture-preview');
    fake.images.refuse = [400];
    await dialog.getByLabel('Add a caption').fill('The lake, just now');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    await show(page, 'picture-failed');
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => talk.messages.at(-1)?.text).toBe('The lake, just now');
    expect(faults).toEqual([]);
    await context.close();
  });
});
