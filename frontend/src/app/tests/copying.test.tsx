import { createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { said, stage } from '../../../test/page';

const page = stage();

async function conversation() {
  const { ada, ben, talk } = page.adaAndBen();
  page.fake.write(talk, ben, 'Take line 7 to the end', { at: '2024-03-01T08:00:00.000Z' });
  page.fake.write(talk, ben, 'Walk:\n  left\n  right', { at: '2024-03-01T08:01:00.000Z' });
  page.fake.write(talk, ada, 'See https://example.org/map', { at: '2024-03-01T08:02:00.000Z' });
  page.open(`/c/${talk.id}`, ada);
  await said();
  const texts = [...document.querySelectorAll('[data-text]')];
  const times = [...document.querySelectorAll('[data-message] time')].map(({ textContent }) => textContent);
  return { texts, times };
}

/** Copies from somewhere in one message to somewhere in another; answers what is to be pasted, unless the browser decides. */
function copy(from: Node | undefined, at: number, to: Node | undefined, until: number) {
  if (from === undefined || to === undefined) throw new Error('nothing there');
  getSelection()?.setBaseAndExtent(from, at, to, until);
  const setData = vi.fn();
  const event = createEvent.copy(screen.getByLabelText('Messages'), { clipboardData: { setData } });
  fireEvent(screen.getByLabelText('Messages'), event);
  return event.defaultPrevented ? (setData.mock.calls[0] as string[]) : undefined;
}

const letters = (text: Element | undefined) =>
  document.createTreeWalker(text ?? document, NodeFilter.SHOW_TEXT).nextNode() ?? undefined;

describe('copying', () => {
  it('several messages makes lines with who said them and when, of what is selected', async () => {
    const { texts, times } = await conversation();
    const [first, , third] = texts;

    expect(copy(letters(first), 5, third, third?.childNodes.length ?? 0)).toEqual([
      'text/plain',
      [
        `Ben Franklin, ${times[0] ?? ''}: line 7 to the end`,
        `Ben Franklin, ${times[1] ?? ''}: Walk:\n  left\n  right`,
        `You, ${times[2] ?? ''}: See https://example.org/map`,
      ].join('\n'),
    ]);
  });

  it('a piece of one message is left to the browser', async () => {
    const { texts } = await conversation();

    expect(copy(letters(texts[1]), 0, letters(texts[1]), 4)).toBeUndefined();
  });
});
