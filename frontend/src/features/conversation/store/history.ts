import type { Message } from '@/shared/api/model';
import { retrying } from '@/shared/api/retrying';
import { Problem } from '@/shared/api/problem';
import type { EntryPage, MessagePage } from './catch-up';
import { messagesIn } from './catch-up';
import { Timeline } from './timeline';

/** Where the history of a conversation comes from. */
export interface HistoryServer {
  latest(): Promise<MessagePage>;
  before(seq: number): Promise<MessagePage>;
  /** What happened after an entry of the log. */
  entriesAfter(seq: number): Promise<EntryPage>;
  /** How far one has read, and how much of others one has not, as the server knows it now. */
  position(): Promise<Position>;
  /** What was kept on this device when the conversation was last looked at; undefined when there is nothing. */
  recall(): Promise<KeptPage | undefined>;
  /** The end of what is known, to be recalled next time. */
  remember(page: KeptPage): void;
}

/** The end of a conversation as it was known once, with the entry of the log up to which all was. */
export interface KeptPage extends MessagePage {
  settled: number;
}

type Loaded = Pick<MessagePage, 'items' | 'hasMore'>;

export interface Position {
  readSeq: number;
  /** How many messages of others lie between there and `lastSeq`. Own ones are never unread, and move no `readSeq`. */
  unread: number;
  lastSeq: number;
}

/** Whether there is more in a direction, and what has become of it. */
export type Further = 'none' | 'more' | 'loading' | 'failed';

const MOST_KEPT = 50;

/** The pages of a conversation: where one comes in, and what comes before and after as one scrolls. */
export class History {
  readonly timeline = new Timeline();
  readonly #ownId: string;
  readonly #server: HistoryServer;
  readonly #changed: (arrived: readonly Message[]) => void;
  #readSeq = 0;
  #older: Further = 'none';
  #newer: Further = 'none';

  /** Calls `changed` with what has arrived, once it has its place. */
  constructor(ownId: string, server: HistoryServer, changed: (arrived: readonly Message[]) => void) {
    this.#ownId = ownId;
    this.#server = server;
    this.#changed = changed;
  }

  /** Everything of others up to here was read when the server was last asked. */
  get readSeq(): number {
    return this.#readSeq;
  }

  get further(): { older: Further; newer: Further } {
    return { older: this.#older, newer: this.#newer };
  }

  /**
   * Loads where one reads on: around the first message that is unread, or else the end. Calls `shown` as soon as there is what
   * this device keeps. Answers whether it is as fresh as the server, which may be out of reach.
   */
  async begin(shown: () => void): Promise<boolean> {
    const kept = await this.#kept();
    if (kept === undefined) {
      await this.#beginFresh();
      return true;
    }
    shown();
    try {
      await this.#goOn(kept);
      return true;
    } catch (reason) {
      // Not ours to read any more, or gone.
      if (reason instanceof Problem && !reason.isPassing) throw reason;
      return false;
    }
  }

  async beginWithLatest(): Promise<void> {
    const asOf = this.timeline.heard;
    const page = await this.#server.latest();
    this.#begin(page, asOf);
    this.#settle(page.items);
  }

  /** Loads the page before what we hold, if there is one; 'failed' is what will not pass, or did not in a while. */
  async loadOlder(): Promise<void> {
    const first = this.timeline.messages[0];
    if (first === undefined || this.#older === 'none' || this.#older === 'loading') return;
    this.#older = 'loading';
    this.#changed([]);
    try {
      const asOf = this.timeline.heard;
      const page = await retrying(() => this.#server.before(first.seq));
      // Begun anew meanwhile: the page would not join what there is now.
      if (this.timeline.messages[0]?.seq === first.seq) this.timeline.prepend(page.items, page.hasMore, asOf);
      this.timeline.learn(page.events);
      this.#settle(page.items);
    } catch {
      this.#older = 'failed';
      this.#changed([]);
    }
  }

  /** Loads the page after what we hold, if we do not hold the end. Answers whether we do now. */
  async loadNewer(): Promise<boolean> {
    if (this.#newer === 'none' || this.#newer === 'loading') return false;
    const { settled } = this.timeline;
    this.#newer = 'loading';
    this.#changed([]);
    try {
      const page = await retrying(() => this.#server.entriesAfter(settled));
      if (!this.timeline.reachesEnd && this.timeline.settled === settled) this.timeline.append(page);
      this.#settle(messagesIn(page));
    } catch {
      this.#newer = 'failed';
      this.#changed([]);
    }
    return this.timeline.reachesEnd;
  }

  /** Goes to the end, leaving out what lies between. */
  async showLatest(): Promise<void> {
    if (this.timeline.reachesEnd) return;
    this.#newer = 'loading';
    this.#changed([]);
    try {
      await this.beginWithLatest();
    } catch {
      this.#newer = 'failed';
      this.#changed([]);
    }
  }

  /** Goes to an entry of the log, with a page to each side of it, if it is not there. */
  async showAround(seq: number): Promise<void> {
    const { messages, reachesStart, lastSeq } = this.timeline;
    const first = messages[0]?.seq ?? Infinity;
    if ((seq >= first || reachesStart) && seq <= lastSeq) return;
    await this.#beginAround(seq, this.timeline.heard);
  }

  /** The end is not there any more: more has come than was fetched. */
  leaveEnd() {
    this.timeline.leaveEnd();
    this.#settle([]);
  }

  /** Keeps the end for the next time. */
  remember() {
    const { messages, events, reachesStart, reachesEnd, settled, hasGap } = this.timeline;
    // What is kept has no hole: nothing would fill it.
    if (!reachesEnd || hasGap) return;
    const items = messages.slice(-MOST_KEPT);
    const hasMore = !reachesStart || items.length < messages.length;
    const first = hasMore ? (items[0]?.seq ?? 0) : 0;
    this.#server.remember({ items, events: events.filter(({ seq }) => seq > first), hasMore, settled });
  }

  /** What is in memory from before, or else on this device, if it is the end that was known then. */
  async #kept(): Promise<KeptPage | undefined> {
    const { messages, events, reachesStart, reachesEnd, settled } = this.timeline;
    if (messages.length > 0 && reachesEnd)
      return { items: messages, events, hasMore: !reachesStart, settled };
    const kept = await this.#server.recall();
    if (kept === undefined || kept.items.length === 0) return undefined;
    this.#begin(kept, kept.settled);
    this.#settle(kept.items);
    return kept;
  }

  async #beginFresh() {
    const asOf = this.timeline.heard;
    const [position, latest] = await Promise.all([this.#server.position(), this.#server.latest()]);
    const readSeq = this.#readUpTo(position, latest);
    if (readSeq === undefined) {
      await this.#beginAfter(position);
      return;
    }
    this.#readSeq = readSeq;
    this.#begin(latest, asOf);
    this.#settle(latest.items);
  }

  async #goOn(kept: KeptPage) {
    const [position, since] = await Promise.all([
      this.#server.position(),
      this.#server.entriesAfter(kept.settled),
    ]);
    const news = messagesIn(since);
    const readSeq = this.#readUpTo(position, { items: [...kept.items, ...news], hasMore: kept.hasMore });
    if (position.unread === 0 && since.hasMore) {
      this.#readSeq = position.lastSeq;
      await this.beginWithLatest();
    } else if (readSeq === undefined) await this.#beginAfter(position);
    else {
      this.#readSeq = readSeq;
      this.timeline.append(since);
      this.#settle(news);
    }
  }

  /**
   * Up to where everything of others was read, for a page that holds all that was not; undefined for one that does not. Behind
   * `readSeq` there may be many of one's own.
   */
  #readUpTo({ readSeq, unread, lastSeq }: Position, page: Loaded): number | undefined {
    if (holds(page, readSeq)) return readSeq;
    const others = page.items.filter(
      ({ seq, senderId, deletedAt }) => seq > readSeq && senderId !== this.#ownId && deletedAt === null,
    );
    if (others.filter(({ seq }) => seq <= lastSeq).length < unread) return undefined;
    return others[0] === undefined ? Math.max(readSeq, page.items.at(-1)?.seq ?? 0) : others[0].seq - 1;
  }

  /** A page to each side of what has been read. */
  async #beginAfter({ readSeq, lastSeq }: Position): Promise<void> {
    this.#readSeq = readSeq;
    await this.#beginAround(readSeq, Math.max(lastSeq, this.timeline.heard));
  }

  async #beginAround(seq: number, asOf: number): Promise<void> {
    const [older, newer] = await Promise.all([this.#server.before(seq + 1), this.#server.entriesAfter(seq)]);
    this.timeline.learn(older.events);
    this.timeline.beginWithin(older.items, older.hasMore, seq, asOf);
    this.timeline.append(newer);
    this.#settle([...older.items, ...messagesIn(newer)]);
  }

  #begin({ items, events, hasMore }: MessagePage, asOf: number) {
    this.timeline.learn(events);
    this.timeline.begin(items, hasMore, Math.max(asOf, events.at(-1)?.seq ?? 0));
  }

  #settle(arrived: readonly Message[]) {
    this.#older = this.timeline.reachesStart ? 'none' : 'more';
    this.#newer = this.timeline.reachesEnd ? 'none' : 'more';
    this.#changed(arrived);
  }
}

/** Whether what follows `seq` is within the page, or begins where it ends. */
function holds({ items, hasMore }: Loaded, seq: number): boolean {
  return (!hasMore || (items[0]?.seq ?? Infinity) <= seq + 1) && seq <= (items.at(-1)?.seq ?? 0);
}
