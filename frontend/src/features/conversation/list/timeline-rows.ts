import type { Message, StoredFile, Voice } from '@/shared/api/model';
import type { GroupEvent } from '@/shared/chat/group-events';
import type { Formats } from '@/shared/i18n/formats';
import { dayOf } from '@/shared/i18n/formats';
import type { Forwarded, Outgoing, OutgoingAttachment } from '../store/timeline';

export type ItemState = 'stored' | 'sending' | 'waiting' | 'failed';

/** One message as it is drawn. */
export interface TimelineItem {
  /** Stays the same while our own message turns from an echo into a stored one, so that nothing flickers. */
  key: string;
  senderId: string;
  /** Null for an attachment without words. */
  text: string | null;
  image: Message['image'];
  file: StoredFile | null;
  voice: Voice | null;
  /** An attachment on its way. */
  sending: OutgoingAttachment | undefined;
  instant: string;
  state: ItemState;
  /** Why it was not sent, when it has failed: a problem's code. */
  failure?: string | undefined;
  clientMessageId: string;
  /** Of a stored one. */
  seq: number | undefined;
  replyTo: Message['replyTo'];
  /** A stored one, as the server has it. */
  message: Message | undefined;
}

/** What happened to the group between two messages, on one day. */
export interface EventsItem {
  key: string;
  events: readonly GroupEvent[];
  instant: string;
}

/** A message and its neighbours: those of one sender in a row, with no long pause between them, read as one. */
export interface Row {
  item: TimelineItem | EventsItem;
  /** The images that were sent together, of which `item` is the first. */
  album?: readonly TimelineItem[];
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
  events: readonly GroupEvent[] = [],
): Row[] {
  // In another time zone what was said belongs to another day.
  if (drawnFor !== formats) {
    drawn = new WeakMap();
    drawnFor = formats;
  }
  const rows: Row[] = [];
  let before: Timed | undefined;
  let dayBegan: { day: string; item: Row['item'] } | undefined;
  const place = (timed: Timed) => {
    // The clock of this machine, which an echo goes by, may be wrong: echoes stay with what is above them.
    const newDay = dayBegan === undefined || (timed.item.state === 'stored' && timed.day !== dayBegan.day);
    if (dayBegan === undefined || newDay) dayBegan = timed;
    const first = newDay || before === undefined || !continues(before, timed);
    rows.push({ item: timed.item, first, newDay, day: dayBegan.item.instant });
    before = timed;
  };
  let next = 0;
  const placeEvents = (until: number) => {
    for (const block of blocksOf(events, next, until)) {
      next += block.item.events.length;
      const newDay = dayBegan === undefined || block.day !== dayBegan.day;
      if (dayBegan === undefined || newDay) dayBegan = block;
      rows.push({ item: block.item, first: true, newDay, day: dayBegan.item.instant });
      before = undefined;
    }
  };
  for (const message of messages) {
    placeEvents(message.seq);
    place(timedOf(message, () => stored(message)));
  }
  placeEvents(Infinity);
  for (const each of outgoing) place(timedOf(each, () => echo(each, ownId)));
  return rows;
}

interface EventBlock {
  item: EventsItem;
  day: string;
}

/** Each block by its first event; see `drawn`. */
const blocks = new WeakMap<GroupEvent, EventBlock>();

/** The events from one on that happened before an entry of the log, together as far as they are of one day. */
function blocksOf(events: readonly GroupEvent[], from: number, until: number): EventBlock[] {
  const found: EventBlock[] = [];
  for (let at = from; (events[at]?.seq ?? Infinity) < until;) {
    const day = dayOf(events[at]?.at ?? '');
    let end = at;
    while ((events[end]?.seq ?? Infinity) < until && dayOf(events[end]?.at ?? '') === day) end += 1;
    found.push(blockOf(events.slice(at, end), day));
    at = end;
  }
  return found;
}

/** The same one for the same events, so that nothing is drawn anew. */
function blockOf(events: readonly GroupEvent[], day: string): EventBlock {
  const [first] = events;
  const known = first && blocks.get(first);
  if (known?.day === day && known.item.events.length === events.length) return known;
  const item = { key: `events ${first?.seq ?? 0}`, events, instant: first?.at ?? '' };
  const block = { item, day };
  if (first !== undefined) blocks.set(first, block);
  return block;
}

/** The message that a row is, if it is one. */
export function messageOf(row: Row | undefined): TimelineItem | undefined {
  return row === undefined || 'events' in row.item ? undefined : row.item;
}

/** All messages of a row. */
export function itemsOf(row: Row | undefined): readonly TimelineItem[] {
  if (row?.album !== undefined) return row.album;
  const item = messageOf(row);
  return item === undefined ? [] : [item];
}

/** Which row is the first that another user wrote after the message of a number; -1 when there is none. */
export function firstUnread(rows: readonly Row[], after: number, ownId: string): number {
  return rows.findIndex((row) =>
    itemsOf(row).some((item) => (item.seq ?? 0) > after && item.senderId !== ownId),
  );
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
  const { senderId, clientMessageId, seq, text, replyTo, sentAt } = message;
  return {
    key: `${senderId} ${clientMessageId}`,
    senderId,
    text,
    ...attached(message),
    sending: undefined,
    instant: sentAt,
    state: 'stored',
    clientMessageId,
    seq,
    replyTo,
    message,
  };
}

function attached(of: Forwarded | undefined) {
  return { image: of?.image ?? null, file: of?.file ?? null, voice: of?.voice ?? null };
}

function echo(
  { clientMessageId, text, createdAt, failure, waiting = false, attachment, forwarded, replyTo }: Outgoing,
  ownId: string,
): TimelineItem {
  const state = failure !== undefined ? 'failed' : waiting ? 'waiting' : 'sending';
  return {
    key: `${ownId} ${clientMessageId}`,
    senderId: ownId,
    text: text === '' ? null : text,
    ...attached(forwarded),
    sending: attachment,
    failure,
    instant: createdAt,
    state,
    clientMessageId,
    seq: undefined,
    replyTo: replyTo ?? null,
    message: undefined,
  };
}
