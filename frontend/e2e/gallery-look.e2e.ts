import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, expectAccessible, picture } from './support/browser';
import { House } from './support/house';
import { drawing, lightness } from './support/pixels';
import { show } from './support/site';
import { chatter, town } from './support/town';

/** What text of all scripts, files of all kinds and readers of all kinds make of the page. */

const house = new House();
const SIZES = [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const;
const write = (page: Page) => page.getByRole('textbox', { name: 'Write a message' });

describe('a page that is older than the app on the server', () => {
  it('offers to reload when one comes back to it', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await page.getByRole('group', { name: 'Messages' }).waitFor();
    await page.route('**/', (route) =>
      route.request().resourceType() === 'fetch'
        ? route.fulfill({ body: '<script src="/assets/index-NEXT.js"></script>' })
        : route.continue(),
    );

    await page.evaluate(() => {
      const later = Date.now() + 60 * 60_000;
      Date.now = () => later;
      document.dispatchEvent(new Event('visibilitychange'));
    });

    await page.getByText('A new version of Natter is available.').waitFor();
    await show(page, 'new-version');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
    await page.getByRole('group', { name: 'Messages' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a message', () => {
  it.each(SIZES)(
    'from right to left stands at the right, line by line, also where it wraps, on a %s',
    async (_, viewport) => {
      const { fake, ada, people } = town();
      const [ben] = people;
      if (ben === undefined) throw new Error('no other person');
      const talk = fake.talk([ada, ben]);
      const long = 'המחיר הוא 12.50€ (כולל מע"מ), והמשלוח מגיע ביום ראשון בבוקר אם לא יורד גשם. ';
      fake.write(talk, ben, `שורה ראשונה שהיא ארוכה מאוד מאוד\nקצרה`);
      fake.write(talk, ben, long.repeat(3));
      fake.write(talk, ada, 'https://example.org/x שלום עולם, זה הקישור');
      fake.write(talk, ben, 'Left to right,\nשמאל לימין,\nand back.');
      const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
      await page.getByText('and back.').last().waitFor();
      await show(page, 'mixed-scripts');
      await page.setViewportSize(viewport);

      // Of each line, how far its last piece is from the right side.
      const gaps = await page.evaluate(() =>
        [...document.querySelectorAll('[data-message] [dir=auto]')].slice(0, 2).map((text) => {
          const box = text.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(text.querySelector('[data-text]') ?? text);
          const lines = new Map<number, number>();
          for (const { bottom, right, width } of range.getClientRects()) {
            const line = Math.round(bottom / 8);
            if (width > 1) lines.set(line, Math.max(right, lines.get(line) ?? 0));
          }
          return [...lines.values()].map((right) => Math.round(box.right - right));
        }),
      );
      // Two lines, or more where they wrap.
      expect(gaps[0]?.length).toBeGreaterThanOrEqual(2);
      expect(gaps[1]?.length).toBeGreaterThanOrEqual(3);
      expect(gaps.flat().filter((gap) => gap > 2)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it('with marks stacked on its letters paints on nothing but itself', async () => {
    const { fake, ada, people } = town();
    const [ben] = people;
    if (ben === undefined) throw new Error('no other person');
    const stacked = `A${'\u0300\u0316'.repeat(40)}`;
    const talk = fake.talk([ada, fake.person(`${stacked} Zalgo`, 'z@example.org')]);
    fake.write(talk, ada, 'before');
    fake.write(talk, ada, stacked.repeat(6));
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.locator('[data-message]').nth(1).waitFor();
    await picture(page, 'stacked-marks');

    // How far marks reach is up to the font; nothing is drawn outside of what clips.
    const clipped = await page.evaluate(() => {
      const clips = (element: Element | null, part?: string) =>
        element !== null && /clip|hidden/.test(getComputedStyle(element, part).overflowY);
      return {
        message: clips(document.querySelector('[data-message] > div')),
        name: clips(document.querySelector('h1 button')),
        row: clips(document.querySelector('nav a')),
        avatar: clips(document.querySelector('[data-letters]'), '::before'),
      };
    });
    expect(clipped).toEqual({ message: true, name: true, row: true, avatar: true });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('drawn in black on nothing is legible by day and by night, in the list and large', async () => {
    const { fake, ada, people } = town();
    const [ben] = people;
    if (ben === undefined) throw new Error('no other person');
    const talk = fake.talk([ada, ben]);
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await write(page).waitFor();
    fake.show(talk, ben, fake.images.put(await drawing(page), 640, 240));
    const open = page.getByRole('button', { name: 'Picture from Ben Franklin, open' });
    await open.locator('img').waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect((await lightness(page, await open.locator('img').screenshot())).contrast).toBeGreaterThan(4.5);
      await open.click();
      const large = page.getByRole('dialog').locator('img');
      await large.waitFor();
      expect((await lightness(page, await large.screenshot())).contrast).toBeGreaterThan(4.5);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('files', () => {
  it('that are no pictures are sent as files, and a drop beside the conversation leads nowhere', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await write(page).waitFor();
    await page.getByLabel('Add pictures').setInputFiles([
      { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      { name: 'x.HEIC', mimeType: '', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0') },
      { name: 'drawing.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await drawing(page)) },
    ]);
    await page.getByText('plan.pdf').waitFor();
    await page.getByText('This browser can’t show HEIC pictures. It is sent as a file.').waitFor();
    await show(page, 'no-pictures');
    await page.keyboard.press('Escape');

    await page.setViewportSize(DESKTOP);
    const left = await page.getByRole('navigation').evaluate((list) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
      return list.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    expect(left).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the way back', () => {
  it.each(SIZES)('closes whatever lies over the page first, on a %s', async (_, viewport) => {
    const { fake, ada, ben, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.setViewportSize(viewport);
    await page.getByRole('link', { name: /Ben Franklin/ }).click();
    await write(page).waitFor();
    const ink = await drawing(page);
    fake.show(withBen, ben, fake.images.put(ink, 640, 240));
    const file = { name: 'drawing.png', mimeType: 'image/png', buffer: Buffer.from(ink) };
    const overlays: Record<string, () => Promise<void>> = {
      details: () => page.getByRole('button', { name: 'Ben Franklin', exact: true }).click(),
      viewer: () => page.getByRole('button', { name: 'Picture from Ben Franklin, open' }).click(),
      preview: () => page.getByLabel('Add pictures').setInputFiles(file),
      ...(viewport === DESKTOP && {
        profile: () => page.getByRole('button', { name: 'Your profile' }).click(),
        start: () => page.getByRole('button', { name: 'New conversation' }).click(),
      }),
    };
    for (const [name, open] of Object.entries(overlays)) {
      await open();
      await page.getByRole('dialog').waitFor();
      if (name === 'details') await show(page, name);
      await page.setViewportSize(viewport);
      await page.goBack();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(new URL(page.url()).pathname, name).toBe(`/c/${withBen.id}`);
    }

    if (viewport === PHONE) {
      await page.getByRole('link', { name: /back/i }).click();
      await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
      for (const name of ['Your profile', 'New conversation']) {
        await page.getByRole('button', { name }).click();
        await page.getByRole('dialog').waitFor();
        await page.goBack();
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        expect(new URL(page.url()).pathname, name).toBe('/');
      }
      await page.locator(`a[href="/c/${withBen.id}"]`).click();
      await write(page).waitFor();
    }
    // And then, as ever, to the page before.
    await page.goBack();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/');
    await page.goForward();
    await write(page).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a group to be', () => {
  it('shows whom one has chosen in full, on a phone and on a desktop', async () => {
    const { fake, ada, people } = town();
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('button', { name: 'New group' }).click();
    for (const { name } of people) {
      await page.getByRole('combobox').fill(name.split(' ')[0] ?? name);
      await page.getByRole('option', { name }).click();
    }
    await page.getByRole('list', { name: 'In the group' }).waitFor();
    for (const [size, viewport] of SIZES) {
      await page.setViewportSize(viewport);
      await picture(page, `chips-${size}`);
      const cut = await page.getByRole('list', { name: 'In the group' }).evaluate((list) => {
        const room = list.getBoundingClientRect();
        const chips = [...list.children].map((chip) => chip.getBoundingClientRect());
        const first = chips[0]?.height ?? 0;
        return {
          rows: room.height / first,
          wide: chips.filter(({ left, right }) => left < room.left - 1 || right > room.right + 1).length,
        };
      });
      expect(cut.wide).toBe(0);
      // Three whole rows and a piece of the next, which says that there are more.
      expect(cut.rows).toBeGreaterThan(3);
      await expectAccessible(page);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('forced colours', () => {
  it.each(SIZES)('leave edges where grounds said what is what, on a %s', async (size, viewport) => {
    const { fake, ada, ben, withBen } = chatter();
    fake.read(withBen, ben);
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await page.setViewportSize(viewport);
    await write(page).waitFor();
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.getByText('Seen').first().waitFor({ state: 'attached' });
    await picture(page, `forced-colours-${size}`);
    const edges = (selectors: string[]) =>
      page.evaluate(
        (wanted) =>
          wanted.map((selector) => {
            const element = document.querySelector(selector);
            if (element === null) return `no ${selector}`;
            const { borderTopStyle, outlineStyle } = getComputedStyle(element);
            return borderTopStyle === 'solid' || outlineStyle === 'solid';
          }),
        selectors,
      );
    await write(page).fill('Yes');
    const wanted = ['[data-message] > div', 'button[type=submit]'];
    if (viewport === PHONE) wanted.push('button[title="To the latest message"]');
    if (viewport === DESKTOP) wanted.push('nav a[aria-current=page]');
    expect(await edges(wanted)).toEqual(wanted.map(() => true));

    await page.getByRole('button', { name: 'Ben Franklin', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await picture(page, `forced-colours-dialog-${size}`);
    expect(await edges(['[role=dialog]'])).toEqual([true]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
