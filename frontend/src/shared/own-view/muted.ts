import type { Conversation } from '@/shared/api/model';

/** The last instant that four digits of a year can write: until then is for ever. */
export const FOR_EVER = '9999-12-31T23:59:59.999Z';
const LONG_MS = 50 * 365 * 86_400_000;

export function isMuted({ mine }: Pick<Conversation, 'mine'>, now: number = Date.now()): boolean {
  return mine.mutedUntil !== null && Date.parse(mine.mutedUntil) > now;
}

/** When the sound comes back; undefined when it does not by itself. */
export function mutedUntil(
  { mine }: Pick<Conversation, 'mine'>,
  now: number = Date.now(),
): string | undefined {
  const until = mine.mutedUntil;
  return until !== null && Date.parse(until) - now < LONG_MS ? until : undefined;
}

/** Whether it has something new in the list: unread messages, or a mark that the user has set. */
export function isUnread({ unread, mine }: Pick<Conversation, 'unread' | 'mine'>): boolean {
  return unread > 0 || mine.markedUnread;
}
