import type { Message } from '@/shared/api/model';
import { patiently } from '@/shared/api/patiently';
import type { MessagePage } from './catch-up';
import { Timeline } from './timeline';

/** Where the history of a conversation comes from. */
export interface HistoryServer {
  latest(): Promise<MessagePage>;
  before(seq: number): Promise<MessagePage>;
  after(seq: number): Promise<MessagePage>;
  /** The number after which begins what is unread, when that is too much to be loaded with the end; else undefined. */
  readFrom(): number | undefined;
  /** What was kept on this device when the conversation was last looked at; undefined when there is nothing. */
  recall(): Promise<MessagePage | undefined>;
  /** The end of what is known, to be recalled next time. */
  remember(page: MessagePage): void;
}

/** Whether there is more in a direction, and what has become of it. */
export type Further = 'none' | 'more' | 'loading' | 'failed';

const MOST_KEPT = 50;

/** The pages of a conversation: where one comes in, and what comes before and after as one scrolls. */
export class History {
  readonly timeline = new Timeline();
  readonly #server: HistoryServer;
  readonly #changed: (arrived: readonly Message[]) => void;
  #older: Further = 'none';
  #newer: Further = 'none';

  /** `changed` is told what has arrived, when it has its place. */
  constructor(server: HistoryServer, changed: (arrived: readonly Message[]) => void) {
    this.#server = server;
    this.#changed = changed;
  }

  get further(): { older: Further; newer: Further } {
    return { older: this.#older, newer: this.#newer };
  }

  /**
   * At once what is kept here, if anything is; otherwise the latest page; with very much unread, where that begins.
   * Answers whether it is as fresh as the server.
   */
  async begin(): Promise<boolean> {
    const kept = await this.#server.recall();
    const from = this.#server.readFrom();
    const some = kept !== undefined && kept.items.length > 0;
    if (some && (from === undefined || holds(kept, from))) {
      this.#beginWithKept(kept, from !== undefined);
      return false;
    }
    if (from === undefined) {
      await this.beginWithLatest();
      return true;
    }
    try {
      await this.#beginAfter(from);
      return true;
    } catch (reason) {
      if (!some) throw reason;
      this.#beginWithKept(kept, true);
      return false;
    }
  }

  async beginWithLatest(): Promise<void> {
    const page = await this.#server.latest();
    this.timeline.begin(page.items, page.hasMore);
    this.#settle(page.items);
  }

  /** Loads the page before what we hold, if there is one; 'failed' is what will not pass, or did not in a while. */
  async loadOlder(): Promise<void> {
    const first = this.timeline.messages[0];
    if (first === undefined || this.#older === 'none' || this.#older === 'loading') return;
    this.#older = 'loading';
    this.#changed([]);
    try {
      const page = await patiently(() => this.#server.before(first.seq));
      // Begun anew meanwhile: the page would not join what there is now.
      if (this.timeline.messages[0]?.seq === first.seq) this.timeline.prepend(page.items, page.hasMore);
      this.#settle(page.items);
    } catch {
      this.#older = 'failed';
      this.#changed([]);
    }
  }

  /** Loads the page after what we hold, if we do not hold the end. Answers whether we do now. */
  async loadNewer(): Promise<boolean> {
    if (this.#newer === 'none' || this.#newer === 'loading') return false;
    const { lastSeq } = this.timeline;
    this.#newer = 'loading';
    this.#changed([]);
    try {
      const page = await patiently(() => this.#server.after(lastSeq));
      if (!this.timeline.reachesEnd && this.timeline.lastSeq === lastSeq)
        this.timeline.append(page.items, page.hasMore);
      this.#settle(page.items);
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

  /** Keeps the end for the next time. */
  remember() {
    const { messages, reachesStart, reachesEnd } = this.timeline;
    if (!reachesEnd) return;
    const items = messages.slice(-MOST_KEPT);
    this.#server.remember({ items, hasMore: !reachesStart || items.length < messages.length });
  }

  #beginWithKept({ items, hasMore }: MessagePage, unreadFollows: boolean) {
    if (unreadFollows) this.timeline.beginWithin(items, hasMore, true);
    else this.timeline.begin(items, hasMore);
    this.#settle(items);
  }

  /** A page to each side of what has been read. */
  async #beginAfter(seq: number): Promise<void> {
    const [older, newer] = await Promise.all([this.#server.before(seq + 1), this.#server.after(seq)]);
    const items = [...older.items, ...newer.items];
    this.timeline.beginWithin(items, older.hasMore, newer.hasMore);
    this.#settle(items);
  }

  #settle(arrived: readonly Message[]) {
    this.#older = this.timeline.reachesStart ? 'none' : 'more';
    this.#newer = this.timeline.reachesEnd ? 'none' : 'more';
    this.#changed(arrived);
  }
}

/** Whether the place after `seq` is within what is kept. */
function holds({ items }: MessagePage, seq: number): boolean {
  return (items[0]?.seq ?? Infinity) <= seq + 1 && seq <= (items.at(-1)?.seq ?? 0);
}
