import type { Message } from '@/shared/api/model';

/** What is known of a conversation: see ConversationSnapshot. */
export interface Known {
  /** Caught up with the server, or known to be unable to for now. */
  ready: boolean;
  /** An unbroken stretch, ascending by `seq`. */
  messages: readonly Message[];
  /** The number up to which nothing in the stretch is missing. */
  settled: number;
  reachesStart: boolean;
  reachesEnd: boolean;
  /** How far the server, or another device, knows this person to have read. */
  readSeq: number;
}

export interface ReadingSnapshot {
  /**
   * `opening` until what is unread is known; `placing` until the list stands where one reads on; `reading` from then on. Only
   * then does what is on screen count.
   */
  readonly phase: 'opening' | 'placing' | 'reading';
  /** The number after which the line above what is new stands. */
  readonly divider: number | undefined;
  /** The first message of others that was not on screen yet; undefined when all were. */
  readonly firstUnseen: number | undefined;
}

/**
 * How far one person has read in one open conversation. A message is read once it and every message before it was on screen in a
 * window that is looked at, or when one chose to skip what lies between.
 */
export class Reading {
  #snapshot: ReadingSnapshot = { phase: 'opening', divider: undefined, firstUnseen: undefined };
  #known: Known | undefined;
  #read = 0;
  #skipping = false;
  readonly #seen = new Set<number>();
  readonly #watchers = new Set<() => void>();
  readonly #ownId: string;
  readonly #tell: (seq: number, count: number | undefined) => void;

  /** `tell` is called with the number read up to, and how many messages of others that adds, where it is known. */
  constructor(ownId: string, tell: (seq: number, count: number | undefined) => void) {
    this.#ownId = ownId;
    this.#tell = tell;
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#snapshot;

  /** `following`: the end is looked at, so that what arrives there will be on screen. */
  update(known: Known, following: boolean) {
    const before = this.#snapshot;
    this.#known = known;
    this.#read = Math.max(this.#read, known.readSeq);
    if (!known.ready && before.phase === 'opening') return;
    const firstUnseen = this.#firstUnseen();
    const phase = before.phase === 'opening' ? 'placing' : before.phase;
    const begins = before.phase === 'opening' || (before.firstUnseen === undefined && !following);
    const divider = begins && firstUnseen !== undefined ? this.#read : before.divider;
    this.#become({ phase, divider, firstUnseen });
    this.#skip();
    this.#count();
  }

  /** The list stands where `firstUnseen`, or else the end, is on screen. */
  placed() {
    if (this.#snapshot.phase !== 'placing') return;
    this.#become({ ...this.#snapshot, phase: 'reading' });
    this.#skip();
  }

  /** These messages are on screen, and looked at. */
  look(seqs: readonly number[]) {
    if (this.#snapshot.phase !== 'reading') return;
    for (const seq of seqs) if (seq > this.#read) this.#seen.add(seq);
    this.#count();
  }

  /** One has chosen to go to the end, and not to look at what lies between. */
  skip() {
    this.#skipping = true;
    this.#skip();
  }

  /** One has answered: what is above is not new any more. */
  answered() {
    this.#become({ ...this.#snapshot, divider: undefined });
  }

  /** What was on screen may have been seen before everything up to it was known. */
  #count() {
    this.#advance((seq) => this.#seen.has(seq));
  }

  #skip() {
    // The end may be loaded, and not be known here yet.
    if (!this.#skipping || this.#known?.reachesEnd !== true || this.#snapshot.phase !== 'reading') return;
    this.#skipping = false;
    this.#advance(() => true, true);
  }

  #advance(counts: (seq: number) => boolean, across = false) {
    const known = this.#known;
    if (known === undefined) return;
    const { messages, settled, reachesStart } = known;
    const first = messages[0]?.seq ?? Infinity;
    // What lies between is not even loaded.
    if (!across && !reachesStart && first > this.#read + 1) return;
    let [to, count] = [this.#read, 0];
    for (const { seq, senderId, deletedAt } of messages) {
      if (seq <= this.#read) continue;
      if (!across && seq > settled) break;
      if (senderId === this.#ownId || deletedAt !== null) continue;
      if (!counts(seq)) break;
      to = seq;
      count += 1;
    }
    if (count === 0) return;
    this.#read = to;
    this.#seen.forEach((seq) => {
      if (seq <= to) this.#seen.delete(seq);
    });
    this.#tell(to, across ? undefined : count);
    this.#become({ ...this.#snapshot, firstUnseen: this.#firstUnseen() });
  }

  #firstUnseen(): number | undefined {
    return this.#known?.messages.find(
      ({ seq, senderId, deletedAt }) =>
        seq > this.#read && senderId !== this.#ownId && deletedAt === null && !this.#seen.has(seq),
    )?.seq;
  }

  #become(next: ReadingSnapshot) {
    const { phase, divider, firstUnseen } = this.#snapshot;
    if (phase === next.phase && divider === next.divider && firstUnseen === next.firstUnseen) return;
    this.#snapshot = next;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
