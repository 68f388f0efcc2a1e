import type { Message, Quote } from '@/shared/api/model';
import type { GroupEvent } from '@/shared/chat/group-events';
import type { HeardChange } from '@/shared/chat/message-changes';
import { afterHeard } from '@/shared/chat/message-changes';
import type { EntryPage } from './catch-up';
import { changesIn, eventsIn, messagesIn } from './catch-up';
import { GroupEvents } from '../events/group-events';

/** A message of ours that the server has not acknowledged. */
export interface Outgoing {
  clientMessageId: string;
  /** Empty for an attachment without words. */
  text: string;
  createdAt: string;
  /** Why it was refused for good, when it was: a problem's code. */
  failure: string | undefined;
  /** A try to send it has failed for now; it is made again by itself. */
  waiting?: boolean | undefined;
  attachment?: OutgoingAttachment | undefined;
  /** What is stored already, and is sent on. */
  forwarded?: Forwarded | undefined;
  /** What it answers. */
  replyTo?: Quote | undefined;
}

/** The attachments of a stored message, of which it has one at most. */
export type Forwarded = Pick<Message, 'image' | 'file' | 'voice'>;

interface Uploading {
  blob: Blob;
  /** How much of it is uploaded, from 0 to 1. */
  progress: number;
  /** Known once all of it is. */
  id: string | undefined;
}

/** An image on its way: shrunk and re-encoded already. */
export interface OutgoingImage extends Uploading {
  kind: 'image';
  width: number;
  height: number;
}

export interface OutgoingFile extends Uploading {
  kind: 'file';
  name: string;
}

export interface OutgoingVoice extends Uploading {
  kind: 'voice';
  durationMs: number;
  /** How loud it is, from 0 to 255, at up to 64 places in a row. */
  waveform: readonly number[];
}

export type OutgoingAttachment = OutgoingImage | OutgoingFile | OutgoingVoice;

/** Changes that are remembered: a page may be under way that was read before them. */
const MOST_CHANGES = 500;

/**
 * The stored messages we hold of one conversation: an unbroken stretch, as a rule up to its end, each once, ascending by
 * `seq`. Numbers count the entries of the log, of which messages are one kind: `settled` is the entry up to which all are known.
 */
export class Timeline {
  #messages: readonly Message[] = [];
  #settled = 0;
  /** Entries beyond `settled` that came before what lies between. */
  #ahead = new Set<number>();
  /** The last entry that is known to be there. */
  #highest = 0;
  /** What was heard last of changes, each once, ascending by `seq`. */
  #changes: readonly HeardChange[] = [];
  /** Up to which entry the changes to each message are in it, where they were not applied one by one. */
  #asOf = new Map<string, number>();
  #reachesStart = false;
  #reachesEnd = true;
  readonly #events = new GroupEvents();

  get messages(): readonly Message[] {
    return this.#messages;
  }

  /** What happened to the group within the stretch that we hold. */
  get events(): readonly GroupEvent[] {
    const from = this.#reachesStart ? 0 : (this.#messages[0]?.seq ?? Infinity);
    return this.#events.within(from, this.#reachesEnd ? Infinity : this.#settled);
  }

  get settled(): number {
    return this.#settled;
  }

  /** Whether an entry is known to be there, and not all up to it are. */
  get hasGap(): boolean {
    return this.#reachesEnd && this.#highest > this.#settled;
  }

  /** Whether there is nothing older than what we hold. */
  get reachesStart(): boolean {
    return this.#reachesStart;
  }

  /** Whether there is nothing newer than what we hold, but for what is on its way. */
  get reachesEnd(): boolean {
    return this.#reachesEnd;
  }

  get lastSeq(): number {
    return this.#messages.at(-1)?.seq ?? 0;
  }

  /** The last entry that is known to be there: what is asked for now holds all changes up to it. */
  get heard(): number {
    return this.#highest;
  }

  /**
   * Begins anew with the conversation's latest page, which holds all changes up to `asOf`; what was pushed meanwhile and lies
   * above it stays.
   */
  begin(page: readonly Message[], hasMore: boolean, asOf: number) {
    const first = page[0]?.seq ?? 0;
    const kept = hasMore ? this.#messages.filter(({ seq }) => seq > first) : this.#messages;
    this.#restart(page, hasMore, kept, asOf);
    this.settleThrough(Math.max(lastOf(page), asOf));
    this.#reachesEnd = true;
  }

  /** Begins anew within the history, with a page that ends at an entry: what comes after it is left to the pages still to come. */
  beginWithin(page: readonly Message[], hasOlder: boolean, seq: number, asOf: number) {
    this.#ahead.clear();
    this.#restart(page, hasOlder, [], asOf);
    this.#settled = seq;
    this.#reachesEnd = false;
  }

  /** Adds a pushed message, or those of a page of the log; false when that changed nothing. */
  add(messages: readonly Message[], asOf = 0): boolean {
    // What lies before our stretch is left to the history pages: added here it would tear a hole.
    const lowest = this.#reachesStart ? 0 : (this.#messages[0]?.seq ?? 0);
    const highest = this.#reachesEnd ? Infinity : this.lastSeq;
    const changed = this.#merge(
      messages.filter(({ seq }) => seq >= lowest && seq <= highest),
      asOf,
    );
    for (const { seq } of messages) this.pass(seq);
    return changed;
  }

  /** Changes of the group, which are what they are for ever: where they are shown follows from the messages. */
  learn(events: readonly GroupEvent[]) {
    this.#events.add(events);
  }

  /** Messages have changed; false when none that we hold, or quote, has. */
  change(heard: readonly HeardChange[]): boolean {
    const before = this.#messages;
    for (const each of heard) {
      const { seq } = each.entry;
      if (!this.#changes.some(({ entry }) => entry.seq === seq)) {
        const later = this.#changes.filter(({ entry }) => entry.seq > seq);
        this.#changes = [...this.#changes, each]
          .sort((one, other) => one.entry.seq - other.entry.seq)
          .slice(-MOST_CHANGES);
        // One that was overtaken is followed by what overtook it, of other messages, too: a state that came along quotes them.
        for (const change of [each, ...later]) this.#apply(change);
      }
      this.pass(seq);
    }
    return this.#messages !== before;
  }

  /** An own change that the server has acknowledged, and whose entry is still to come. */
  revise(messageId: string, change: (message: Message) => Message): boolean {
    const at = this.#messages.findIndex(({ id }) => id === messageId);
    const message = this.#messages[at];
    const changed = message && change(message);
    if (changed === undefined || changed === message) return false;
    this.#messages = this.#messages.with(at, changed);
    return true;
  }

  /** An entry was pushed, be it a message or not. */
  pass(seq: number) {
    this.#highest = Math.max(this.#highest, seq);
    if (!this.#reachesEnd || seq <= this.#settled) return;
    this.#ahead.add(seq);
    this.#advance();
  }

  /** Every entry up to `seq` is known. */
  settleThrough(seq: number) {
    this.#settled = Math.max(this.#settled, seq);
    this.#advance();
  }

  /** Adds the page before our first message, which holds all changes up to `asOf`. */
  prepend(page: readonly Message[], hasMore: boolean, asOf: number) {
    this.#reachesStart = !hasMore;
    this.#merge(page, Math.max(asOf, lastOf(page)));
  }

  /** Goes on with the log behind what we hold, as it was read just now. */
  append(page: EntryPage) {
    const end = page.items.at(-1)?.seq ?? 0;
    this.#merge(messagesIn(page), end);
    this.change(changesIn(page));
    this.learn(eventsIn(page));
    this.settleThrough(end);
    if (page.hasMore) this.leaveEnd();
    else this.#reachesEnd = true;
  }

  /** More has come than is fetched: what lies beyond is left to the pages still to come. */
  leaveEnd() {
    this.#reachesEnd = false;
    this.#ahead.clear();
    if (this.lastSeq > this.#settled)
      this.#messages = this.#messages.filter(({ seq }) => seq <= this.#settled);
  }

  #restart(page: readonly Message[], hasOlder: boolean, kept: readonly Message[], asOf: number) {
    const before = this.#asOf;
    this.#asOf = new Map();
    this.#messages = [];
    this.#reachesStart = !hasOlder;
    this.#merge(page, Math.max(asOf, lastOf(page)));
    for (const message of kept) this.#merge([message], before.get(message.id) ?? 0);
    this.#settled = lastOf(page);
    for (const { seq } of kept) this.#ahead.add(seq);
    this.#advance();
  }

  /** All changes up to `asOf` are in what arrives. Later ones may have been heard before it was there. */
  #merge(arriving: readonly Message[], asOf: number): boolean {
    const known = new Set(this.#messages.map((message) => message.seq));
    const later = this.#changes.filter(({ entry }) => entry.seq > asOf);
    const fresh: Message[] = [];
    for (const message of arriving) {
      if (known.has(message.seq)) continue;
      known.add(message.seq);
      this.#asOf.set(message.id, Math.max(asOf, message.seq));
      fresh.push(later.reduce((state, heard) => this.#after(state, heard), message));
    }
    if (fresh.length === 0) return false;
    const last = this.lastSeq;
    const merged = [...this.#messages, ...fresh];
    const inOrder = fresh.every((message, at) => message.seq > (at === 0 ? last : (fresh[at - 1]?.seq ?? 0)));
    this.#messages = inOrder ? merged : merged.sort((one, other) => one.seq - other.seq);
    return true;
  }

  #apply(heard: HeardChange) {
    const after = this.#messages.map((message) => this.#after(message, heard));
    if (after.some((message, at) => message !== this.#messages[at])) this.#messages = after;
  }

  /** The message after a change, if it does not hold it yet. */
  #after(state: Message, heard: HeardChange): Message {
    const { seq, messageId } = heard.entry;
    if ((this.#asOf.get(state.id) ?? 0) >= seq) return state;
    if (state.id === messageId && heard.message !== undefined) this.#asOf.set(state.id, seq);
    return afterHeard(state, heard);
  }

  #advance() {
    while (this.#ahead.has(this.#settled + 1)) this.#settled += 1;
    this.#ahead.forEach((seq) => {
      if (seq <= this.#settled) this.#ahead.delete(seq);
    });
  }
}

function lastOf(page: readonly Message[]): number {
  return page.at(-1)?.seq ?? 0;
}
