import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, launch, picture } from './support/browser';
import { pair } from './support/pair';
import type { Person } from './support/person';

/** Two people send each other files and voice messages, on a running stack. */

let browser: Browser;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

/** Larger than what is uploaded in one request. */
const LARGE = Buffer.alloc(20_000_000, 'natter');

async function send(name: string, mimeType: string, buffer: Buffer) {
  await ada.page
    .locator('input[type=file][multiple]:not([accept])')
    .setInputFiles({ name, mimeType, buffer });
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await ada.page.getByRole('group', { name: 'Messages' }).getByText(name).waitFor();
  await ada.allSent();
}

async function downloaded(name: string): Promise<Buffer> {
  const coming = ben.page.waitForEvent('download');
  await ben.page.getByRole('button', { name: `Download ${name}` }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(name);
  return readFile(await download.path());
}

describe('two people with files', () => {
  it('begin with two people who have met', async () => {
    [ada, ben] = await pair(browser, 'Kim', 'Lou');
    await ben.row(ada.name).click();
  });

  it('send a page that no browser opens, and get it with its name', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    await send('Bericht für März.html', 'text/html', page);

    expect(await downloaded('Bericht für März.html')).toEqual(page);
    await expectAccessible(ben.page);
    await picture(ben.page, 'stack-file-phone');
  });

  it('send a large one in parts', async () => {
    await send('large.bin', 'application/octet-stream', LARGE);

    expect((await downloaded('large.bin')).equals(LARGE)).toBe(true);
  });

  it('record a voice message, and hear it', async () => {
    await ada.context.grantPermissions(['microphone']);
    await ada.page.getByRole('button', { name: 'Record a voice message' }).click();
    await ada.page.getByRole('timer').getByText('0:02').waitFor();
    await ada.page.getByRole('button', { name: 'Stop, and listen' }).click();
    await ada.page.getByRole('button', { name: 'Send the voice message' }).click();
    await ada.allSent();

    await ben.page.getByRole('button', { name: 'Play' }).click();
    await ben.page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await picture(ben.page, 'stack-voice-phone');
    await ben.page.getByRole('button', { name: 'Play' }).waitFor();
  });

  it('meet nothing that breaks the content security policy', () => {
    expect([...ada.faults, ...ben.faults]).toEqual([]);
  });
});
