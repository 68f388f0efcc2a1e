import { createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible, fill, heading, rows, stage } from '../../../test/page';

const page = stage();

async function threeTalks(path = '/') {
  const { ada, ben, cleo } = page.people();
  const dora = page.fake.person('Dora');
  const talks = [dora, cleo, ben].map((each, at) => {
    const talk = page.fake.talk([ada, each]);
    page.fake.write(talk, each, `hello ${at}`, { at: `2024-03-0${at + 1}T08:00:00.000Z` });
    return talk;
  });
  page.open(path === '/' ? path : `/c/${talks[0]?.id ?? ''}`, ada);
  await rows();
  return { ada, talks };
}

const focused = () => document.activeElement?.textContent ?? '';
const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('by keyboard', () => {
  it('the arrows go through the list, from the search on', async () => {
    await threeTalks();
    screen.getByLabelText('Search conversations').focus();

    press('ArrowDown');
    expect(focused()).toMatch(/^Ben Franklin/);
    press('ArrowDown');
    expect(focused()).toMatch(/^Cleo/);
    press('End');
    expect(focused()).toMatch(/^Dora/);
    press('ArrowDown');
    expect(focused()).toMatch(/^Dora/);
    press('ArrowUp');
    expect(focused()).toMatch(/^Cleo/);
    press('Home');
    expect(focused()).toMatch(/^Ben Franklin/);
  });

  it('Ctrl+K looks for a conversation, and Escape leads to where one is in the list', async () => {
    await threeTalks('first');
    await heading('Dora');
    const opened = createEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent(document.body, opened);

    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByLabelText('Search conversations'));
    });
    expect(opened.defaultPrevented).toBe(true);
    const field = await screen.findByLabelText('Write a message');
    field.focus();
    press('Escape');
    expect(focused()).toMatch(/^Dora/);
    field.focus();
    press('Escape', { isComposing: true });
    expect(document.activeElement).toBe(field);
  });

  it('the first stop skips the list', async () => {
    await threeTalks('first');
    const field = await screen.findByLabelText('Write a message');
    const [first] = document.querySelectorAll<HTMLElement>('main a, main button, main input');

    expect(first?.textContent).toBe('Skip to writing');
    fireEvent.click(first as HTMLElement);

    expect(document.activeElement).toBe(field);
  });
});

describe('shortcuts', () => {
  it('lead to the next and the previous conversation', async () => {
    const { talks } = await threeTalks('first');
    await heading('Dora');
    await waitFor(async () => {
      expect(await rows()).toHaveLength(3);
    });

    press('ArrowUp', { altKey: true });
    await heading('Cleo de Nile');
    expect(location.pathname).toBe(`/c/${talks[1]?.id ?? ''}`);
    press('ArrowDown', { altKey: true });
    await heading('Dora');
    press('ArrowDown', { altKey: true });
    expect(location.pathname).toBe(`/c/${talks[0]?.id ?? ''}`);
  });

  it('are listed under the question mark, but not where one writes', async () => {
    await threeTalks('first');
    const field = await screen.findByLabelText('Write a message');
    field.focus();
    press('?');
    expect(screen.queryByText('Keyboard shortcuts')).toBeNull();
    field.blur();

    press('?', { shiftKey: true });

    await heading('Keyboard shortcuts');
    expect(screen.getByText('Next conversation')).toBeDefined();
    await expectAccessible();
  });
});

describe('on a touch keyboard', () => {
  it('Enter makes a new line, and the button sends', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    const { ada, talk } = page.adaAndBen();
    page.open(`/c/${talk.id}`, ada);
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Write a message');
    await page.connected();
    fill(field, 'first line');

    const enter = createEvent.keyDown(field, { key: 'Enter' });
    fireEvent(field, enter);

    expect([enter.defaultPrevented, field.getAttribute('enterkeyhint')]).toEqual([false, 'enter']);
    expect(talk.messages).toEqual([]);
    fill(field, 'first line\nsecond');
    fireEvent.submit(field);
    await waitFor(() => {
      expect(talk.messages.map(({ text }) => text)).toEqual(['first line\nsecond']);
    });
  });
});
