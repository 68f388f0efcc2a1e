import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { GroupEvent } from '@/shared/chat/group-events';
import type { HeardChange, MessageChange } from '@/shared/chat/message-changes';

export interface MessagePage {
  items: readonly Message[];
  /** What happened to the group among these messages, ascending by `seq`. */
  events: readonly GroupEvent[];
  hasMore: boolean;
}

/** An entry of a conversation's log. Of a kind that this version of the app does not know, its number is all that counts. */
export interface LogEntry {
  seq: number;
  message?: Message | undefined;
  change?: MessageChange | undefined;
  event?: GroupEvent | undefined;
}

/** Without holes: the first item is the entry after the one asked for. */
export interface EntryPage {
  items: readonly LogEntry[];
  hasMore: boolean;
}

export function messagesIn({ items }: EntryPage): Message[] {
  return items.flatMap(({ message }) => message ?? []);
}

export function changesIn({ items }: EntryPage): HeardChange[] {
  return items.flatMap(({ change }) => (change === undefined ? [] : { entry: change }));
}

export function eventsIn({ items }: Pick<EntryPage, 'items'>): GroupEvent[] {
  return items.flatMap(({ event }) => event ?? []);
}

/** What a catch-up works on: see ConversationStore. */
export interface CatchUpTarget {
  /** The entry up to which all are known. */
  settled(): number;
  /** Whether an entry was pushed before what precedes it. */
  hasGap(): boolean;
  /** False while later pages are still to be loaded: what lies beyond is left to them. */
  reachesEnd(): boolean;
  fetchAfter(seq: number): Promise<EntryPage>;
  take(page: EntryPage): void;
  /** Far too much was missed to fetch it all: the rest comes as one scrolls. */
  leaveEnd(): void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const MOST_PAGES = 10;

/** Fetches from the log what pushes have left out: at most ten pages in one go, and after a pause what could not be had. */
export class CatchUp {
  readonly #target: CatchUpTarget;
  #running = false;
  #again = false;
  #failures = 0;
  #disposed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(target: CatchUpTarget) {
    this.#target = target;
  }

  /** Fetches everything after what is known; answers whether it could. Called while it runs, it runs once more. */
  async run(): Promise<boolean> {
    this.#cancel();
    this.#again = true;
    if (this.#running) return true;
    this.#running = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#fetchAll();
      }
      // The replica that was asked may not know yet what another one has pushed.
      if (this.#target.hasGap()) this.#comeBack();
      else this.#failures = 0;
      return true;
    } catch (reason) {
      // Not ours to read any more: asking again would not help.
      if (!(reason instanceof Problem) || reason.isPassing) this.#comeBack();
      return false;
    } finally {
      this.#running = false;
    }
  }

  /** A push has arrived: if it left a gap, sees to it. */
  notice() {
    if (this.#target.hasGap() && this.#timer === undefined) void this.run();
  }

  dispose() {
    this.#disposed = true;
    this.#cancel();
  }

  #cancel() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #fetchAll() {
    for (let page = 0; page < MOST_PAGES; page++) {
      if (!this.#target.reachesEnd()) return;
      const fetched = await this.#target.fetchAfter(this.#target.settled());
      this.#target.take(fetched);
      if (!fetched.hasMore || fetched.items.length === 0) return;
    }
    this.#target.leaveEnd();
  }

  #comeBack() {
    if (this.#disposed) return;
    const pause =
      Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures++) * (0.5 + Math.random() / 2);
    this.#timer = setTimeout(() => {
      void this.run();
    }, pause);
  }
}
