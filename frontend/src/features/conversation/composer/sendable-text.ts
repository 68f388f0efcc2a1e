import { isVisible } from '@/shared/text/visible';

/** What the service takes, counted in code points, as it counts: an emoji may be one or several, never two halves. */
export const LONGEST_TEXT = 4_000;

/**
 * A text as it is sent: without blank lines at both ends and spaces at its end, with the indentation of its first line.
 * Empty when nothing in it can be seen.
 */
export function sendable(text: string): string {
  return isVisible(text) ? text.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd() : '';
}

export function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}
