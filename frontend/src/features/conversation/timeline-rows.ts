import type { Message } from '@/shared/api/model';
import type { Formats } from '@/shared/i18n/formats';
import { dayOf } from '@/shared/i18n/formats';
import type { Outgoing, OutgoingImage } from './timeline';

export type ItemState = 'stored' | 'sending' | 'waiting' | 'failed';

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
  replyTo: Message['replyTo'];
  /** A stored one, as the server has it. */
  message: Message | undefined;
}

/** A message and its neighbours: those of one sender in a row, with no long pause between them, read as one. */
export interface Row {
  item: TimelineItem;
  /** Begins a run. */
  first: boolean;
  /** Begins a day. */
  newDay: boolean;
  /** When the day it belongs to began to be talked on. */
  day: string;
}

interface Timed {
  item: TimelineItem;
  day: string;
  at: number;
}

const LONG_PAUSE_MS = 10 * 60_000;

/** What is drawn of a message, worked out once: a long history is gone through whenever one more arrives. */
let drawn = new WeakMap<Message | Outgoing, Timed>();
let drawnFor: Formats | undefined;

/** The messages in their order, each with what it begins: a day, or what its sender said in a row. */
export function rowsOf(
  messages: readonly Message[],
  outgoing: readonly Outgoing[],
  ownId: string,
  formats?: Formats,
): Row[] {
  // In another time zone what was said belongs to another day.
  if (drawnFor !== formats) {
    drawn = new WeakMap();
    drawnFor = formats;
  }
  const rows: Row[] = [];
  let before: Timed | undefined;
  let dayBegan: Timed | undefined;
  const place = (timed: Timed) => {
    // The clock of this machine, which an echo goes by, may be wrong: echoes stay with what is above them.
    const newDay = dayBegan === undefined || (timed.item.state === 'stored' && timed.day !== dayBegan.day);
    if (dayBegan === undefined || newDay) dayBegan = timed;
    const first = newDay || before === undefined || !continues(before, timed);
    rows.push({ item: timed.item, first, newDay, day: dayBegan.item.instant });
    before = timed;
  };
  for (const message of messages) place(timedOf(message, () => stored(message)));
  for (const each of outgoing) place(timedOf(each, () => echo(each, ownId)));
  return rows;
}

/** Which row is the first that somebody else wrote after the message of a number; -1 when there is none. */
export function firstUnread(rows: readonly Row[], after: number, ownId: string): number {
  return rows.findIndex(({ item }) => (item.seq ?? 0) > after && item.senderId !== ownId);
}

function timedOf(source: Message | Outgoing, draw: () => TimelineItem): Timed {
  const known = drawn.get(source);
  if (known !== undefined) return known;
  const item = draw();
  const timed = { item, day: dayOf(item.instant), at: Date.parse(item.instant) };
  drawn.set(source, timed);
  return timed;
}

function continues(before: Timed, timed: Timed): boolean {
  return before.item.senderId === timed.item.senderId && timed.at - before.at < LONG_PAUSE_MS;
}

function stored(message: Message): TimelineItem {
  const { senderId, clientMessageId, seq, text, image, replyTo, sentAt } = message;
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
    replyTo,
    message,
  };
}

function echo(
  { clientMessageId, text, createdAt, failure, waiting = false, image, forwarded, replyTo }: Outgoing,
  ownId: string,
): TimelineItem {
  const state = failure !== undefined ? 'failed' : waiting ? 'waiting' : 'sending';
  return {
    key: `${ownId} ${clientMessageId}`,
    senderId: ownId,
    text: text === '' ? null : text,
    image: forwarded ?? null,
    sending: image,
    instant: createdAt,
    state,
    clientMessageId,
    seq: undefined,
    replyTo: replyTo ?? null,
    message: undefined,
  };
}
