import type { Message } from '@/shared/api/model';
import { dayOf } from '@/shared/i18n/formats';
import type { Outgoing, OutgoingImage } from './timeline';

export type ItemState = 'stored' | 'sending' | 'failed';

/** One message as it is drawn. */
export interface TimelineItem {
  /** Stays the same while our own message turns from an echo into a stored one, so that nothing flickers. */
  key: string;
  senderId: string;
  /** Null for a picture without words. */
  text: string | null;
  image: Message['image'];
  /** One on its way. */
  sending: OutgoingImage | undefined;
  instant: string;
  state: ItemState;
  clientMessageId: string;
  /** Of a stored one. */
  seq: number | undefined;
}

/** A message and its neighbours: those of one sender in a row, with no long pause between them, read as one. */
export interface PlacedItem {
  item: TimelineItem;
  /** Begins a run. */
  first: boolean;
}

export interface Day {
  /** Stays the same when earlier messages of the day are loaded. */
  key: string;
  instant: string;
  items: PlacedItem[];
}

const LONG_PAUSE_MS = 10 * 60_000;

/** The messages by day, and within a day by sender. */
export function daysOf(messages: readonly Message[], outgoing: readonly Outgoing[], ownId: string): Day[] {
  const days: Day[] = [];
  const seen = new Map<string, number>();
  for (const item of [...messages.map(stored), ...outgoing.map((each) => echo(each, ownId))]) {
    let day = days.at(-1);
    // The clock of this machine, which an echo goes by, may be wrong: echoes stay with what is above them.
    if (day === undefined || (item.state === 'stored' && dayOf(item.instant) !== dayOf(day.instant))) {
      day = begin(item.instant, seen);
      days.push(day);
    }
    const before = day.items.at(-1);
    day.items.push({ item, first: before === undefined || !continues(before.item, item) });
  }
  return days;
}

/** Clocks of servers differ: a day may, in the order of the numbers, come twice. */
function begin(instant: string, seen: Map<string, number>): Day {
  const name = dayOf(instant);
  const times = seen.get(name) ?? 0;
  seen.set(name, times + 1);
  return { key: `${name} ${times}`, instant, items: [] };
}

function continues(before: TimelineItem, item: TimelineItem): boolean {
  return (
    before.senderId === item.senderId && Date.parse(item.instant) - Date.parse(before.instant) < LONG_PAUSE_MS
  );
}

function stored({ senderId, clientMessageId, seq, text, image, sentAt }: Message): TimelineItem {
  return {
    key: `${senderId} ${clientMessageId}`,
    senderId,
    text,
    image,
    sending: undefined,
    instant: sentAt,
    state: 'stored',
    clientMessageId,
    seq,
  };
}

function echo({ clientMessageId, text, createdAt, failure, image }: Outgoing, ownId: string): TimelineItem {
  const state = failure === undefined ? 'sending' : 'failed';
  return {
    key: `${ownId} ${clientMessageId}`,
    senderId: ownId,
    text: text === '' ? null : text,
    image: null,
    sending: image,
    instant: createdAt,
    state,
    clientMessageId,
    seq: undefined,
  };
}

/** The items in one piece, or in two where the message of the given number begins the second. */
export function splitBefore(items: PlacedItem[], seq: number | undefined): PlacedItem[][] {
  const at = seq === undefined ? -1 : items.findIndex(({ item }) => item.seq === seq);
  return at < 0 ? [items] : [items.slice(0, at), items.slice(at)];
}
