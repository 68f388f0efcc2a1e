import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, click, expectAccessible, fill, stage } from '../../../test/page';

const page = stage();

beforeEach(() => {
  // There is nothing to draw on: all emoji count as drawn.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

/** Ada's group, in which Ben and Cleo have reacted to what she said. */
async function liked() {
  const { ada, ben, cleo } = page.people();
  const talk = page.fake.talk([ada, ben, cleo], 'Circle');
  const message = page.fake.write(talk, ada, 'Engines.');
  page.fake.react(talk, ben, message, '👍');
  page.fake.react(talk, cleo, message, '👍');
  page.fake.react(talk, cleo, message, '😮');
  page.open(`/c/${talk.id}`, ada);
  await page.connected();
  await screen.findByText('👍');
  return { ada, ben, cleo, talk, message };
}

const chip = (emoji: string) => button(new RegExp(`^${emoji}`));
const reactors = async () => {
  await screen.findByText('Reactions', { selector: '[role=dialog] h1, [role=dialog] h2' });
  return [...document.querySelectorAll('[role=dialog] section')].map((each) => [
    each.getAttribute('aria-label'),
    [...each.querySelectorAll('li')].map((one) => one.textContent.replace(/^[A-Z]{1,2}(?=[A-Z])/, '')),
  ]);
};

describe('who reacted', () => {
  it('is said by a chip that one points at', async () => {
    await liked();

    expect(chip('👍').title).toBe('Ben Franklin and Cleo de Nile\nReact with this too');
    fireEvent.click(chip('👍'));

    expect(chip('👍').title).toMatch(/You.*\nTake your reaction back/);
  });

  it.each(['menu key', 'long press', 'menu of the message'])('is shown by the %s', async (way) => {
    await liked();

    if (way === 'menu key') fireEvent.contextMenu(chip('👍'));
    else if (way === 'long press') {
      const down = new MouseEvent('pointerdown', { bubbles: true });
      fireEvent(chip('👍'), Object.assign(down, { pointerType: 'touch' }));
    } else {
      click(/^Options for the message from You/);
      fireEvent.click(within(await screen.findByRole('menu')).getByText('Who reacted'));
    }

    expect(await reactors()).toEqual([
      ['👍', ['Ben Franklin', 'Cleo de Nile']],
      ['😮', ['Cleo de Nile']],
    ]);
    await expectAccessible();
  });
});

describe('the picker of emoji', () => {
  it('gives any emoji as a reaction, found by a word, in a skin tone', async () => {
    const { ada, message } = await liked();
    click(/^Options for the message from You/);
    fireEvent.click(within(await screen.findByRole('menu')).getByLabelText('More emoji'));
    fill(await screen.findByLabelText('Search emoji'), 'waving');
    click('Medium skin');

    const waving = await screen.findByText('👋🏽', { selector: '[role=gridcell]' });
    await expectAccessible();
    fireEvent.click(waving);

    await waitFor(() => {
      expect(message.reactions.at(-1)).toEqual({ emoji: '👋🏽', userIds: [ada.id] });
    });
    await waitFor(() => {
      expect(screen.queryByLabelText('Search emoji')).toBeNull();
    });
  });

  it('writes several into the text, where the cursor is', async () => {
    await liked();
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Write a message');
    fill(field, 'ab');
    field.setSelectionRange(1, 1);
    click('Add an emoji');
    fill(await screen.findByLabelText('Search emoji'), 'kite');
    const kite = await screen.findByText('🪁', { selector: '[role=gridcell]' });

    fireEvent.click(kite);
    await waitFor(() => {
      expect([field.value, field.selectionStart]).toEqual(['a🪁b', 3]);
    });
    fireEvent.click(kite);

    await waitFor(() => {
      expect(field.value).toBe('a🪁🪁b');
    });
  });
});

describe('in the list of messages', () => {
  it('keys answer, edit and react, and are letters where one writes', async () => {
    const { message } = await liked();
    const list = await screen.findByLabelText('Messages');
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Write a message');
    fireEvent.keyDown(field, { key: 'r' });
    expect(screen.queryByText('Reply to You')).toBeNull();

    fireEvent.keyDown(list, { key: 'r' });
    await screen.findByText('Reply to You');
    fireEvent.keyDown(field, { key: 'Escape' });
    fireEvent.keyDown(list, { key: 'e' });
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Edit message')).value).toBe('Engines.');
    fireEvent.keyDown(button(/^Options for the message from You/), { key: '+' });

    fill(await screen.findByLabelText('Search emoji'), 'kite');
    fireEvent.click(await screen.findByText('🪁', { selector: '[role=gridcell]' }));
    await waitFor(() => {
      expect(message.reactions.map(({ emoji }) => emoji)).toContain('🪁');
    });
  });
});
