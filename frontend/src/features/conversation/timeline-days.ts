import type { Message } from '@/shared/api/model';
import { dayOf } from '@/shared/i18n/formats';
import type { Outgoing } from './timeline';

export type ItemState = 'stored' | 'sending' | 'failed';

/** One message as it is drawn. */
export interface TimelineItem {
  /** Stays the same while our own message turns from an echo into a stored one, so that nothing flickers. */
  key: string;
  senderId: string;
  /** Null for a picture without words. */
  text: string | null;
  instant: string;
  state: ItemState;
  clientMessageId: string;
}

/** Messages of one sender in a row, with no long pause between them. */
export interface Run {
  key: string;
  senderId: string;
  items: TimelineItem[];
}

export interface Day {
  key: string;
  instant: string;
  runs: Run[];
}

const LONG_PAUSE_MS = 10 * 60_000;

/** The messages by day, and within a day by sender. */
export function daysOf(messages: readonly Message[], outgoing: readonly Outgoing[], ownId: string): Day[] {
  const days: Day[] = [];
  let before: TimelineItem | undefined;
  for (const item of [...messages.map(stored), ...outgoing.map((each) => echo(each, ownId))]) {
    let day = days.at(-1);
    if (day === undefined || (item.state === 'stored' && dayOf(item.instant) !== dayOf(day.instant))) {
      day = { key: item.key, instant: item.instant, runs: [] };
      days.push(day);
      before = undefined;
    }
    const run = day.runs.at(-1);
    if (run === undefined || before === undefined || !continues(before, item)) {
      day.runs.push({ key: item.key, senderId: item.senderId, items: [item] });
    } else {
      run.items.push(item);
    }
    before = item;
  }
  return days;
}

function continues(before: TimelineItem, item: TimelineItem): boolean {
  return (
    before.senderId === item.senderId && Date.parse(item.instant) - Date.parse(before.instant) < LONG_PAUSE_MS
  );
}

function stored({ senderId, clientMessageId, text, sentAt }: Message): TimelineItem {
  return {
    key: `${senderId} ${clientMessageId}`,
    senderId,
    text,
    instant: sentAt,
    state: 'stored',
    clientMessageId,
  };
}

function echo({ clientMessageId, text, createdAt, failure }: Outgoing, ownId: string): TimelineItem {
  const state = failure === undefined ? 'sending' : 'failed';
  return {
    key: `${ownId} ${clientMessageId}`,
    senderId: ownId,
    text,
    instant: createdAt,
    state,
    clientMessageId,
  };
}
