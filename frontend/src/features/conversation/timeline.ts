import type { Message } from '@/shared/api/model';

/** A message of ours that the server has not acknowledged. */
export interface Outgoing {
  clientMessageId: string;
  /** Empty for an image without words. */
  text: string;
  createdAt: string;
  /** Why it was refused for good, when it was: a problem's code. */
  failure: string | undefined;
  /** A try to send it has failed for now; it is made again by itself. */
  waiting?: boolean | undefined;
  image?: OutgoingImage | undefined;
}

/** An image on its way: shrunk and re-encoded already. */
export interface OutgoingImage {
  blob: Blob;
  width: number;
  height: number;
  /** How much of it is uploaded, from 0 to 1. */
  progress: number;
  /** Known once all of it is. */
  imageId: string | undefined;
}

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
  #reachesStart = false;
  #reachesEnd = true;

  get messages(): readonly Message[] {
    return this.#messages;
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

  /** Begins anew with the conversation's latest page; what was pushed meanwhile and lies above it stays. */
  begin(page: readonly Message[], hasMore: boolean) {
    const first = page[0]?.seq ?? 0;
    const kept = hasMore ? this.#messages.filter(({ seq }) => seq > first) : this.#messages;
    this.#restart(page, hasMore, kept);
    this.#reachesEnd = true;
  }

  /** Begins anew with a stretch from the middle. What is pushed and lies above it is left to the pages still to come. */
  beginWithin(stretch: readonly Message[], hasOlder: boolean, hasNewer: boolean) {
    this.#ahead.clear();
    this.#restart(stretch, hasOlder, []);
    this.#reachesEnd = !hasNewer;
  }

  /** Adds pushed messages; false when that changed nothing. */
  add(messages: readonly Message[]): boolean {
    // What lies before our stretch is left to the history pages: added here it would tear a hole.
    const lowest = this.#reachesStart ? 0 : (this.#messages[0]?.seq ?? 0);
    const highest = this.#reachesEnd ? Infinity : this.lastSeq;
    const changed = this.#merge(messages.filter(({ seq }) => seq >= lowest && seq <= highest));
    for (const { seq } of messages) this.pass(seq);
    return changed;
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

  /** Adds the page before our first message. */
  prepend(page: readonly Message[], hasMore: boolean) {
    this.#reachesStart = !hasMore;
    this.#merge(page);
  }

  /** Adds the page after our last message. */
  append(page: readonly Message[], hasMore: boolean) {
    this.#merge(page);
    this.settleThrough(page.at(-1)?.seq ?? 0);
    if (hasMore) this.leaveEnd();
    else this.#reachesEnd = true;
  }

  /** More has come than is fetched: what lies beyond is left to the pages still to come. */
  leaveEnd() {
    this.#reachesEnd = false;
    this.#ahead.clear();
    if (this.lastSeq > this.#settled)
      this.#messages = this.#messages.filter(({ seq }) => seq <= this.#settled);
  }

  #restart(page: readonly Message[], hasOlder: boolean, kept: readonly Message[]) {
    this.#messages = [];
    this.#reachesStart = !hasOlder;
    this.#merge([...kept, ...page]);
    this.#settled = page.at(-1)?.seq ?? 0;
    for (const { seq } of kept) this.#ahead.add(seq);
    this.#advance();
  }

  #merge(arriving: readonly Message[]): boolean {
    const known = new Set(this.#messages.map((message) => message.seq));
    const fresh: Message[] = [];
    for (const message of arriving) {
      if (known.has(message.seq)) continue;
      known.add(message.seq);
      fresh.push(message);
    }
    if (fresh.length === 0) return false;
    const last = this.lastSeq;
    const merged = [...this.#messages, ...fresh];
    const inOrder = fresh.every((message, at) => message.seq > (at === 0 ? last : (fresh[at - 1]?.seq ?? 0)));
    this.#messages = inOrder ? merged : merged.sort((one, other) => one.seq - other.seq);
    return true;
  }

  #advance() {
    while (this.#ahead.has(this.#settled + 1)) this.#settled += 1;
    this.#ahead.forEach((seq) => {
      if (seq <= this.#settled) this.#ahead.delete(seq);
    });
  }
}
