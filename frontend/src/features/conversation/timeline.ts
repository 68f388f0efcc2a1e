import type { Message } from '@/shared/api/model';

/** A message of ours that the server has not acknowledged. */
export interface Outgoing {
  clientMessageId: string;
  /** Empty for an image without words. */
  text: string;
  createdAt: string;
  /** Why it was not sent, when it was not: a problem's code. */
  failure: string | undefined;
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
 * `seq`. Numbers may be missing for good; `settled` is the number up to which nothing more is expected.
 */
export class Timeline {
  #messages: readonly Message[] = [];
  #settled = 0;
  #reachesStart = false;
  #reachesEnd = true;

  get messages(): readonly Message[] {
    return this.#messages;
  }

  get settled(): number {
    return this.#settled;
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
    this.#restart(page, hasMore, hasMore ? this.#messages.filter(({ seq }) => seq > first) : this.#messages);
    this.#reachesEnd = true;
  }

  /** Begins anew with a stretch from the middle. What is pushed and lies above it is left to the pages still to come. */
  beginWithin(stretch: readonly Message[], hasOlder: boolean, hasNewer: boolean) {
    this.#restart(stretch, hasOlder, []);
    this.#reachesEnd = !hasNewer;
  }

  /** Adds pushed or fetched messages; false when that changed nothing. */
  add(messages: readonly Message[]): boolean {
    // What lies before our stretch is left to the history pages: added here it would tear a hole.
    const lowest = this.#reachesStart ? 0 : (this.#messages[0]?.seq ?? 0);
    const highest = this.#reachesEnd ? Infinity : this.lastSeq;
    const changed = this.#merge(messages.filter(({ seq }) => seq >= lowest && seq <= highest));
    if (changed) this.#advance();
    return changed;
  }

  /** Adds the page before our first message. */
  prepend(page: readonly Message[], hasMore: boolean) {
    this.#reachesStart = !hasMore;
    this.#merge(page);
  }

  /** Adds the page after our last message. */
  append(page: readonly Message[], hasMore: boolean) {
    this.#reachesEnd = !hasMore;
    if (this.#merge(page)) this.#advance();
  }

  /** More has come than is fetched: what lies beyond is left to the pages still to come. */
  leaveEnd() {
    this.#reachesEnd = false;
  }

  /** Takes every number up to `seq` that is missing to be missing for good. */
  settleThrough(seq: number) {
    this.#settled = Math.max(this.#settled, Math.min(seq, this.lastSeq));
    this.#advance();
  }

  #restart(page: readonly Message[], hasOlder: boolean, kept: readonly Message[]) {
    this.#messages = [];
    this.#reachesStart = !hasOlder;
    this.#merge([...kept, ...page]);
    this.#settled = hasOlder ? Math.max(0, (page[0]?.seq ?? 0) - 1) : 0;
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
    for (const { seq } of this.#messages) {
      if (seq === this.#settled + 1) this.#settled = seq;
      else if (seq > this.#settled) break;
    }
  }
}
