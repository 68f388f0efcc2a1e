import { beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, openPage } from './support/browser';
import { House } from './support/house';
import { landscape } from './support/landscape';
import { show } from './support/site';
import { town } from './support/town';

/** Pictures in every state: on their way, there, not to be had, before they are sent, and large. */

const house = new House();
let wide: ArrayBuffer;
let tall: ArrayBuffer;

beforeAll(async () => {
  const { page, context } = await openPage(house.browser);
  wide = await landscape(page, 1200, 800);
  tall = await landscape(page, 600, 1000);
  await context.close();
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
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
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

  it('are downloaded under a name of their own; where that fails it is said above the viewer', async () => {
    const { fake, ada, talk } = album();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('And then').last().waitFor();
    await page.getByRole('button', { name: 'Picture from Ben Franklin, open' }).first().click();
    const viewer = page.getByRole('dialog');
    await viewer.getByRole('img').waitFor();
    const saved = page.waitForEvent('download');
    await viewer.getByRole('button', { name: 'Download' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^natter-[\d-]+\.jpg$/);

    fake.images.stored.clear();
    await viewer.getByRole('button', { name: 'Download' }).click();
    const toast = page.getByRole('alert').filter({ hasText: 'Download failed.' });
    await toast.waitFor();
    await show(page, 'download-failed');
    // Above the viewer it has the pointer, and the keyboard; the viewer stays as it is.
    await toast.getByRole('button', { name: 'Close' }).click();
    await toast.waitFor({ state: 'detached' });
    await viewer.getByRole('img').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are taken with the camera on a phone, which has a button for it where a desk has none', async () => {
    const { fake, ada, talk } = album();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('And then').last().waitFor();
    const button = page.getByRole('button', { name: 'Take a picture' });
    expect(await button.count()).toBe(0);
    const handheld = await context.newCDPSession(page);
    await handheld.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await handheld.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'hover', value: 'none' },
        { name: 'pointer', value: 'coarse' },
      ],
    });
    await page.setViewportSize(PHONE);
    const asked = page.waitForEvent('filechooser');
    await button.click();
    const chooser = await asked;
    expect(await chooser.element().getAttribute('capture')).toBe('environment');
    await chooser.setFiles({ name: 'now.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(tall) });
    await page.getByRole('dialog').getByRole('img').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are looked at before they are sent, and can be called back or sent again', async () => {
    const { fake, ada, talk } = album();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('And then').last().waitFor();
    const file = { name: 'lake.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(wide) };
    await page.locator('input[type=file][multiple]').setInputFiles(file);
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
