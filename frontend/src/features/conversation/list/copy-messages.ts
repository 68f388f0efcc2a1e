import type { ClipboardEvent } from 'react';

/**
 * Copies several messages as one line each, with sender and time; of a single one, what is selected. A triple click selects
 * up to the next block, which would add empty lines.
 */
export function copyMessages(event: ClipboardEvent<HTMLElement>) {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-message]')].flatMap(
    (message) => {
      const text = textWithin(range, message);
      if (text === '') return [];
      return [`${message.dataset['author'] ?? ''}, ${message.dataset['time'] ?? ''}: ${text}`];
    },
  );
  const selected = selection.toString();
  const copied = lines.length > 1 ? lines.join('\n') : selected.replace(/\n+$/, '');
  if (copied === selected) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', copied);
}

/** What of a message's text is in a range. */
function textWithin(range: Range, message: HTMLElement): string {
  const text = message.querySelector('[data-text]');
  if (text === null || !range.intersectsNode(text)) return '';
  const within = document.createRange();
  within.selectNodeContents(text);
  if (within.compareBoundaryPoints(Range.START_TO_START, range) < 0)
    within.setStart(range.startContainer, range.startOffset);
  if (within.compareBoundaryPoints(Range.END_TO_END, range) > 0)
    within.setEnd(range.endContainer, range.endOffset);
  return within.toString();
}
