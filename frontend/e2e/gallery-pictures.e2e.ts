import { beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, openPage } from './support/browser';
import { House } from './support/house';
import { landscape } from './support/landscape';
import { centre } from './support/pixels';
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

/** A red frame and a blue one, a fifth of a second each, for ever. */
const TWO_FRAMES = Uint8Array.from(
  Buffer.from(
    '47494638396101000100800000ff00000000ff21ff0b4e45545343415045322e300301000000' +
      '21f9040414000000' +
      '2c000000000100010000' +
      '0202440100' +
      '21f9040414000000' +
      '2c000000000100010000' +
      '02024c0100' +
      '3b',
    'hex',
  ),
);

/** Ada and Ben, who have shown each other what they saw. */
function album() {
  const { fake, ada, people } = town();
  const [ben] = people;
  if (ben === undefined) throw new Error('no other person');
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

  it.each([
    ['moves, until less motion is asked for', 'no-preference'],
    ['stands still where less motion is asked for', 'reduce'],
  ] as const)('that is animated %s', async (_, reducedMotion) => {
    const { fake, ada, people } = town();
    const [ben] = people;
    if (ben === undefined) throw new Error('no other person');
    const talk = fake.talk([ada, ben]);
    fake.show(talk, ben, fake.images.put(TWO_FRAMES.buffer, 1, 1, 'image/gif'));
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.emulateMedia({ reducedMotion });
    await page.goto(`${house.site.origin}/c/${talk.id}`);
    const shown = page.getByRole('button', { name: 'Picture from Ben Franklin, open' });
    const red = shown.locator(reducedMotion === 'reduce' ? 'canvas' : 'img');
    await red.waitFor();

    const seen = new Set<string>();
    const look = async () =>
      seen.add((await shown.screenshot({ animations: 'allow' })).toString('base64')).size;
    await expect.poll(async () => (await centre(page, await shown.screenshot())).red).toBeGreaterThan(200);
    if (reducedMotion === 'reduce') {
      for (let looks = 0; looks < 10; looks++) expect(await look()).toBe(1);
    } else {
      await expect.poll(look).toBeGreaterThan(1);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await shown.locator('canvas').waitFor();
      await expect.poll(async () => (await centre(page, await shown.screenshot())).red).toBeGreaterThan(200);
      seen.clear();
      for (let looks = 0; looks < 10; looks++) expect(await look()).toBe(1);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that were sent together stand side by side, as many as there are', async () => {
    const { fake, ada, people } = town();
    const [ben] = people;
    if (ben === undefined) throw new Error('no other person');
    const talk = fake.talk([ada, ben]);
    const put = (bytes: ArrayBuffer) => fake.images.put(bytes, 1200, 800, 'image/jpeg');
    for (const [sender, count] of [
      [ada, 2],
      [ben, 3],
      [ada, 4],
      [ben, 7],
    ] as const)
      for (let at = 0; at < count; at++)
        fake.show(
          talk,
          sender,
          put(at % 2 === 0 ? wide : tall),
          at === 0 && count < 5 ? `${count} of the hills` : undefined,
        );
    fake.react(talk, ada, talk.messages.at(-2) as never, '😍');
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    const last = page.getByRole('button', { name: 'Picture from Ben Franklin, open, Picture 7 of 7' });
    await last.locator('img').waitFor();
    await show(page, 'pictures-album');
    await page.getByRole('button', { name: /new messages/ }).click();
    await expect.poll(() => fake.view(talk, ada.id).unread).toBe(0);
    await show(page, 'pictures-albums');

    await last.click();
    await page.getByRole('dialog').getByText('Picture 16 of 16').waitFor();
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

  it('are taken with the camera on a phone, which has a choice for it where a desk has none', async () => {
    const { fake, ada, talk } = album();
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('And then').last().waitFor();
    const attach = page.getByRole('button', { name: 'Attach' });
    const take = page.getByRole('menuitem', { name: 'Take a picture' });
    await attach.click();
    await page.getByRole('menuitem', { name: 'Add pictures' }).waitFor();
    expect(await take.count()).toBe(0);
    await page.keyboard.press('Escape');
    const handheld = await context.newCDPSession(page);
    await handheld.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await handheld.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'hover', value: 'none' },
        { name: 'pointer', value: 'coarse' },
      ],
    });
    await page.setViewportSize(PHONE);
    await attach.click();
    const asked = page.waitForEvent('filechooser');
    await take.click();
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
    await page.locator('input[type=file][accept][multiple]').setInputFiles(file);
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
