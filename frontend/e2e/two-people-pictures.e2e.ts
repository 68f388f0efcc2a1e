import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, launch, picture } from './support/browser';
import { pair } from './support/pair';
import type { Person } from './support/person';
import { photograph } from './support/picture-file';

/** Two people show each other pictures, on a running stack. */

let browser: Browser;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

describe('two people with pictures', () => {
  it('begins with two people who have met', async () => {
    [ada, ben] = await pair(browser, 'Clara', 'Dan');
  });

  it('pick one, see it before it goes, and put words to it', async () => {
    await ada.page
      .locator('input[type=file][accept][multiple]')
      .setInputFiles(await photograph(ada.page, 'teal'));
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByRole('img').waitFor();
    await expectAccessible(ada.page);
    await picture(ada.page, 'stack-picture-preview');
    await dialog.getByLabel('Add a caption').fill('The sea, yesterday');
    await dialog.getByRole('button', { name: 'Send' }).click();

    await ada.page.getByRole('group', { name: 'Messages' }).getByText('The sea, yesterday').waitFor();
    await ada.allSent();
  });

  it('get it the right way up, small enough, and without the place it was taken at', async () => {
    const arriving = ben.page.waitForResponse(
      async (response) => (await response.headerValue('content-type')) === 'image/jpeg',
    );
    await ben.row(ada.name).click();
    const bytes = await (await arriving).body();
    const shown = ben.page.getByRole('button', { name: `Picture from ${ada.name}, open` });
    const size = await shown.locator('img').evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });

    expect(size).toEqual([1600, 2600]);
    expect(bytes.includes('Exif')).toBe(false);
    await picture(ben.page, 'stack-picture-phone');
  });

  it('look at it large, closer, and at the one before and after, by keyboard', async () => {
    await ada.page
      .locator('input[type=file][accept][multiple]')
      .setInputFiles([
        await photograph(ada.page, 'maroon', 600, 400),
        await photograph(ada.page, 'navy', 600, 400),
      ]);
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await ada.allSent();
    const shown = ben.page.getByRole('button', { name: `Picture from ${ada.name}, open` });
    await expect.poll(() => shown.count(), { timeout: 30_000 }).toBe(3);

    await shown.last().click();
    const viewer = ben.page.getByRole('dialog');
    await viewer.getByText('Picture 3 of 3').waitFor();
    await viewer.getByRole('img').waitFor();
    const width = async () => (await viewer.getByRole('img').boundingBox())?.width ?? 0;
    const before = await width();
    await ben.page.keyboard.press('+');
    await expect.poll(width).toBeGreaterThan(before * 1.4);
    await ben.page.keyboard.press('0');
    await ben.page.keyboard.press('ArrowLeft');
    await viewer.getByText('Picture 2 of 3').waitFor();
    await ben.page.keyboard.press('Home');
    await viewer.getByText('Picture 1 of 3').waitFor();
    await viewer.getByRole('button', { name: 'Next picture' }).click();
    await viewer.getByText('Picture 2 of 3').waitFor();
    await expectAccessible(ben.page);
    await picture(ben.page, 'stack-picture-viewer-phone');
    await ben.page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
  });

  it('send what is no picture as a file, and say so', async () => {
    const buffer = Buffer.from('<script>alert(1)</script>');
    await ada.page
      .locator('input[type=file][accept][multiple]')
      .setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer });
    await ada.page.getByText('This picture can’t be shown. It is sent as a file.').waitFor();
    await ada.page.keyboard.press('Escape');
    await Promise.all([ada.leave(), ben.leave()]);
  });
});
