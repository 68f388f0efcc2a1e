import type { KeyboardEvent } from 'react';

/** Whether there is a keyboard with Shift+Enter; a touch keyboard has none. */
export function isAtDesk(): boolean {
  return matchMedia('(pointer: fine)').matches;
}

/**
 * Whether a key sends what is written. At a desk Enter does, and Shift+Enter breaks the line; on a touch keyboard Enter breaks
 * the line. Enter that picks a word of an input method does neither.
 */
export function sends(event: KeyboardEvent, atDesk: boolean): boolean {
  if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return false;
  return atDesk || event.ctrlKey || event.metaKey;
}

/** Safari ends the composition before the key that ended it arrives, with the code of old. */
function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
