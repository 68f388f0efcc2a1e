import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, launch, picture } from './support/browser';
import { pair } from './support/pair';
import type { Person } from './support/person';

/** Photos of people and groups, on a running stack. The steps follow each other. */

let browser: Browser;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

/** A picture of 1200 by 800 pixels, with a face of this colour. */
async function portrait(page: Page, colour: string) {
  const url = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    canvas.width = 1_200;
    canvas.height = 800;
    const context = canvas.getContext('2d');
    if (context === null) return '';
    context.fillStyle = '#9cf';
    context.fillRect(0, 0, 1_200, 800);
    context.fillStyle = fill;
    context.arc(600, 400, 250, 0, 7);
    context.fill();
    return canvas.toDataURL('image/jpeg');
  }, colour);
  return { name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(url.split(',')[1] ?? '', 'base64') };
}

const shown = (page: Page) => page.locator('img[data-loaded="true"]');

async function choose(page: Page, colour: string) {
  await page.locator('input[aria-label="Add a photo"]').setInputFiles(await portrait(page, colour));
  const area = page.getByRole('group', { name: /^Drag to move/u });
  await area.waitFor();
  return area;
}

describe('photos', () => {
  it('begin with two people who have met', async () => {
    [ada, ben] = await pair(browser, 'Ida', 'Jon');
  });

  it('are cropped, and others see them live', async () => {
    await ada.page.getByRole('button', { name: 'Your profile' }).click();
    const area = await choose(ada.page, '#c33');
    const box = await area.boundingBox();
    if (box === null) throw new Error('nothing to drag');
    await ada.page.mouse.move(box.x + 100, box.y + 100);
    await ada.page.mouse.down();
    await ada.page.mouse.move(box.x + 140, box.y + 100);
    await ada.page.mouse.up();
    await ada.page.mouse.wheel(0, -200);
    await expectAccessible(ada.page);
    await picture(ada.page, 'stack-photo-crop-desktop-light');
    await ada.page.getByRole('button', { name: 'Use this photo' }).click();
    await ada.page.getByText('Change the photo').waitFor();
    await shown(ada.page).first().waitFor();
    await picture(ada.page, 'stack-photo-profile-desktop-light');
    await ada.page.keyboard.press('Escape');

    await ben.row(ada.name).locator('img[data-loaded="true"]').waitFor();
    await picture(ben.page, 'stack-photo-list-phone-light');
  });

  it('come back from the cache, without another request for each', async () => {
    const asked: string[] = [];
    ben.page.on('request', (request) => {
      if (request.url().includes('/avatar')) asked.push(request.url());
    });
    await ben.row(ada.name).click();
    await shown(ben.page).first().waitFor();
    await picture(ben.page, 'stack-photo-head-phone-light');
    await ben.page.goBack();
    await shown(ben.page).first().waitFor();

    expect(asked).toEqual([]);
  });

  it('are on phones, too, and go again', async () => {
    await ben.page.getByRole('button', { name: 'Your profile' }).click();
    await choose(ben.page, '#3c3');
    await picture(ben.page, 'stack-photo-crop-phone-light');
    await ben.page.getByRole('button', { name: 'Use this photo' }).click();
    await ben.page.getByText('Change the photo').waitFor();
    await ada.row(ben.name).locator('img[data-loaded="true"]').waitFor();
    await picture(ada.page, 'stack-photo-list-desktop-light');

    await ben.page.getByRole('button', { name: 'Remove the photo' }).click();
    await ben.page.getByText('Add a photo').waitFor();
    await ada.row(ben.name).locator('img').waitFor({ state: 'detached' });
  });
});
