import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';

export interface MessagePage {
  items: readonly Message[];
  hasMore: boolean;
}

/** What a catch-up works on: see ConversationStore. */
export interface CatchUpTarget {
  /** The number after which something may be missing. */
  settled(): number;
  lastSeq(): number;
  /** False while later pages are still to be loaded: what lies beyond `lastSeq` is left to them. */
  reachesEnd(): boolean;
  fetchAfter(seq: number): Promise<MessagePage>;
  add(messages: readonly Message[]): void;
  settleThrough(seq: number): void;
  /** Far too much was missed to fetch it all: the rest comes as one scrolls. */
  leaveEnd(): void;
}

/** A number that is missing may be on its way; after these pauses (ms) it is taken to be missing for good. */
const GAP_PAUSES = [300, 1_000, 3_000];
const FIRST_FAILURE_PAUSE = 2_000;
const LONGEST_FAILURE_PAUSE = 30_000;
const MOST_PAGES = 10;

/**
 * Fetches what pushes have left out. The server leaves a number out now and then, for good, so a gap is asked for a few
 * times and then accepted; should the message turn up later all the same, it still finds its place.
 */
export class CatchUp {
  readonly #target: CatchUpTarget;
  #running = false;
  #again = false;
  #failures = 0;
  /** How often the gaps up to `#limit` were asked for. */
  #tries = 0;
  #limit = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(target: CatchUpTarget) {
    this.#target = target;
  }

  /** Fetches everything after what is settled. Called while it runs, it runs once more. */
  async run(): Promise<void> {
    this.dispose();
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#fetchAll();
      }
      this.#failures = 0;
      this.#lookForGaps();
    } catch (reason) {
      this.#comeBackAfter(reason);
    } finally {
      this.#running = false;
    }
  }

  /** A push has arrived: if it left a gap, sees to it. */
  notice() {
    if (this.#hasGap && this.#timer === undefined) void this.run();
  }

  dispose() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get #hasGap(): boolean {
    return this.#target.settled() < this.#target.lastSeq();
  }

  async #fetchAll() {
    let after = this.#target.settled();
    for (let page = 0; page < MOST_PAGES; page++) {
      const { items, hasMore } = await this.#target.fetchAfter(after);
      this.#target.add(items);
      const last = items.at(-1);
      if (!hasMore || last === undefined) return;
      if (!this.#target.reachesEnd() && last.seq >= this.#target.lastSeq()) return;
      after = last.seq;
    }
    if (this.#target.reachesEnd()) this.#target.leaveEnd();
  }

  #lookForGaps() {
    while (this.#hasGap) {
      if (this.#tries === 0) this.#limit = this.#target.lastSeq();
      const pause = GAP_PAUSES[this.#tries++];
      if (pause !== undefined) {
        this.#schedule(pause);
        return;
      }
      this.#tries = 0;
      this.#target.settleThrough(this.#limit);
    }
    this.#tries = 0;
  }

  #comeBackAfter(reason: unknown) {
    // Not ours to read any more: asking again would not help.
    if (reason instanceof Problem && !reason.isPassing) return;
    this.#schedule(Math.min(LONGEST_FAILURE_PAUSE, FIRST_FAILURE_PAUSE * 2 ** this.#failures++));
  }

  #schedule(ms: number) {
    this.#timer = setTimeout(() => {
      void this.run();
    }, ms);
  }
}
