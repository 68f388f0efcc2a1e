import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, expectAccessible, picture } from './support/browser';
import { House } from './support/house';
import { drawing, lightness } from './support/pixels';
import { show } from './support/site';
import { chatter, town } from './support/town';

/** What text of all scripts, files of all kinds and readers of all kinds make of the page. */

const house = new House();
const write = (page: Page) => page.getByRole('textbox', { name: 'Write a message' });

describe('a message', () => {
  it('from right to left stands at the right, line by line, also where it wraps', async () => {
    const { fake, ada, people } = town();
    const [ben] = people;
    if (ben === undefined) throw new Error('nobody there');
    const talk = fake.talk([ada, ben]);
    const long = 'המחיר הוא 12.50€ (כולל מע"מ), והמשלוח מגיע ביום ראשון בבוקר אם לא יורד גשם. ';
    fake.write(talk, ben, `שורה ראשונה שהיא ארוכה מאוד מאוד\nקצרה`);
    fake.write(talk, ben, long.repeat(3));
    fake.write(talk, ada, 'https://example.org/x שלום עולם, זה הקישור');
    fake.write(talk, ben, 'Left to right,\nשמאל לימין,\nand back.');
    const { page, context, faults } = await house.visit(fake, `/c/${talk.id}`, ada.id);
    await page.getByText('and back.').last().waitFor();
    await show(page, 'mixed-scripts');

    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('[data-message] [dir=auto]')].slice(0, 2).map((text) => {
        const box = text.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(text.querySelector('[data-text]') ?? text);
        return [...range.getClientRects()]
          .filter(({ width }) => width > 1)
          .map(({ right }) => Math.round(box.right - right));
      }),
    );
    expect(lines.flat().length).toBeGreaterThan(4);
    // The last piece of a line that wraps may be one of several; each line has one that touches its right side.
    expect(lines[0]?.every((gap) => gap <= 2)).toBe(true);
    expect(lines[1]?.filter((gap) => gap <= 2).length).toBeGreaterThanOrEqual(3);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('with marks stacked on its letters paints on nothing but itself', async () => {
    const { fake, ada, people } = town();
    const [ben] = people;
    if (ben === undefined) throw new Error('nobody there');
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
    if (ben === undefined) throw new Error('nobody there');
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
  it('that are no pictures are named, and a drop beside the conversation leads nowhere', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await write(page).waitFor();
    const input = page.locator('input[type=file][multiple]');
    await input.setInputFiles([
      { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      { name: 'x.HEIC', mimeType: '', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0') },
      { name: 'drawing.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await drawing(page)) },
    ]);
    await page.getByText('This is not a picture.').waitFor();
    await page.getByText('can’t read HEIC pictures').waitFor();
    await page.getByRole('heading', { name: 'Send a picture' }).waitFor();
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
  it('closes what lies over the page, on a phone, before it leads to the list', async () => {
    const { fake, ada, withBen } = chatter();
    const { page, context, faults } = await house.visit(fake, '/', ada.id);
    await page.setViewportSize(PHONE);
    await page.getByRole('link', { name: /Ben Franklin/ }).click();
    await write(page).waitFor();
    await page.getByRole('button', { name: 'Ben Franklin' }).click();
    await page.getByRole('dialog').waitFor();
    await show(page, 'details');
    await page.setViewportSize(PHONE);

    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe(`/c/${withBen.id}`);
    await page.getByRole('link', { name: /back/i }).click();
    await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
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
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const) {
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
  it('leave edges where grounds said what is what', async () => {
    const { fake, ada, ben, withBen } = chatter();
    fake.read(withBen, ben);
    const { page, context, faults } = await house.visit(fake, `/c/${withBen.id}`, ada.id);
    await write(page).waitFor();
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.getByText('Seen').first().waitFor({ state: 'attached' });
    await picture(page, 'forced-colours');
    const edges = await page.evaluate(() =>
      ['[data-message] > div', 'nav a[aria-current=page]', 'button[type=submit]'].map((selector) => {
        const element = document.querySelector(selector);
        if (element === null) return `no ${selector}`;
        const { borderTopStyle, outlineStyle } = getComputedStyle(element);
        return borderTopStyle === 'solid' || outlineStyle === 'solid';
      }),
    );
    expect(edges).toEqual([true, true, true]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
