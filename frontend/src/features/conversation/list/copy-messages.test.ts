// @vitest-environment jsdom
import type { ClipboardEvent } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyMessages } from './copy-messages';

/** What is copied of these messages when all of the page is selected; undefined when it is left to the browser. */
function copied(...texts: string[]) {
  const list = document.createElement('div');
  for (const text of texts) {
    const message = document.createElement('div');
    message.dataset['message'] = '';
    message.dataset['author'] = 'Bob';
    message.dataset['time'] = '12:46';
    const part = document.createElement('span');
    part.dataset['text'] = '';
    part.textContent = text;
    message.append(part);
    list.append(message);
  }
  document.body.append(list);
  getSelection()?.selectAllChildren(list);
  const setData = vi.fn<(type: string, text: string) => void>();
  const event = { currentTarget: list, preventDefault: vi.fn(), clipboardData: { setData } };
  copyMessages(event as unknown as ClipboardEvent<HTMLElement>);
  return setData.mock.calls[0]?.[1];
}

describe('a copy of messages', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('has sender and time with each of several', () => {
    expect(copied('Hello', 'And then?')).toBe('Bob, 12:46: Hello\nBob, 12:46: And then?');
  });

  it('is what is selected of a single one', () => {
    expect(copied('ID 4711')).toBeUndefined();
  });

  it('of a single one does not end with the empty lines that a triple click adds', () => {
    expect(copied('ID 4711\n\n')).toBe('ID 4711');
  });
});
