import { createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { click, expectAccessible, fill, heading, rows, stage } from '../../../test/page';

const page = stage();

/** Ada's conversation with Ben, in which he spoke of kites long ago, and of other things since. */
function talked() {
  const { ada, ben, talk } = page.adaAndBen();
  page.fake.write(talk, ben, 'the first kite', { at: '2024-03-01T08:00:00.000Z' });
  page.fake.write(talk, ben, 'a second kite', { at: '2024-03-01T09:00:00.000Z' });
  for (let n = 1; n <= 300; n++) page.fake.write(talk, ben, `n${n}`);
  page.fake.write(talk, ben, 'Kites, finally');
  page.fake.read(talk, ada);
  return { ada, ben, talk };
}

async function opened() {
  const known = talked();
  page.open(`/c/${known.talk.id}`, known.ada);
  await heading('Ben Franklin');
  await screen.findByText('Kites, finally', { selector: '[data-message] *' });
  await page.connected();
  return known;
}

const field = () => screen.findByLabelText<HTMLInputElement>('Search messages');
const status = () => document.querySelector('section [role=search] [role=status]')?.textContent;
const highlighted = () => document.querySelector('[class*=highlighted] [data-text]')?.textContent;

describe('the search in a conversation', () => {
  it('leads from hit to hit, however far up, and says how many there are', async () => {
    await opened();
    click('Options for this conversation');
    fireEvent.click(await screen.findByText('Search in this conversation'));
    fill(await field(), 'kite');

    await waitFor(() => {
      expect([status(), highlighted()]).toEqual(['1 of 3', 'Kites, finally']);
    });
    await expectAccessible();
    fireEvent.keyDown(await field(), { key: 'Enter' });
    await waitFor(() => {
      expect([status(), highlighted()]).toEqual(['2 of 3', 'a second kite']);
    });
    click('Earlier hit');
    await waitFor(() => {
      expect([status(), highlighted()]).toEqual(['3 of 3', 'the first kite']);
    });
    click('Earlier hit');
    expect(status()).toBe('3 of 3');
    fireEvent.keyDown(await field(), { key: 'Enter', shiftKey: true });
    await waitFor(() => {
      expect([status(), highlighted()]).toEqual(['2 of 3', 'a second kite']);
    });
    expect(page.fake.frames.filter(({ type }) => type === 'read')).toEqual([]);
  });

  it('opens with Ctrl+F where one writes, leaves the second one to the browser, and ends with Escape', async () => {
    await opened();
    const writing = await screen.findByLabelText('Write a message');
    writing.focus();
    const find = { key: 'f', ctrlKey: true };
    const first = createEvent.keyDown(writing, find);
    fireEvent(writing, first);
    const input = await field();
    await waitFor(() => {
      expect(document.activeElement).toBe(input);
    });
    const second = createEvent.keyDown(input, find);
    fireEvent(input, second);

    expect([first.defaultPrevented, second.defaultPrevented]).toEqual([true, false]);
    fireEvent.keyDown(input, { key: 'Escape' });
    await waitFor(() => {
      expect(screen.queryByLabelText('Search messages')).toBeNull();
    });
    expect(document.activeElement).toBe(writing);
    const inList = screen.getByLabelText('Search conversations');
    const elsewhere = createEvent.keyDown(inList, find);
    fireEvent(inList, elsewhere);
    expect(elsewhere.defaultPrevented).toBe(false);
  });

  it('says that there is nothing', async () => {
    await opened();
    fireEvent.keyDown(document.body, { key: 'f', metaKey: true });

    fill(await field(), 'submarine');

    await waitFor(() => {
      expect(status()).toBe('Nothing found');
    });
  });
});

describe('a message found from the list', () => {
  it('leads to its place in the conversation, each time, and back to what was found', async () => {
    const { ada, talk } = talked();
    page.open('/', ada);
    await rows();
    fill(screen.getByLabelText('Search conversations'), 'kite');
    fireEvent.click(await screen.findByText(/the first/, { selector: 'li a *' }));

    await heading('Ben Franklin');
    await waitFor(() => {
      expect(highlighted()).toBe('the first kite');
    });
    expect(location.pathname).toBe(`/c/${talk.id}`);
    expect(document.querySelector('[data-message]')?.textContent).toContain('the first kite');
    fireEvent.click(screen.getByText(/a second/, { selector: 'li a *' }));
    await waitFor(() => {
      expect(highlighted()).toBe('a second kite');
    });
    history.back();
    await waitFor(() => {
      expect(location.pathname).toBe('/');
    });
    expect(screen.getByLabelText<HTMLInputElement>('Search conversations').value).toBe('kite');
    expect(page.fake.frames.filter(({ type }) => type === 'read')).toEqual([]);
  });
});
