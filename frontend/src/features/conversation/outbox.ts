import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { Outgoing } from './timeline';

/** The two ways to the server. Both are idempotent by `clientMessageId`. */
export interface OutboxRoutes {
  /** Over the socket; false when there is none. The answer is a `sent` or an `error` frame. */
  push(outgoing: Outgoing): boolean;
  /** Over REST. */
  post(outgoing: Outgoing): Promise<Message>;
}

/** How long a message waits for its acknowledgement before it goes the other way. */
export const ACKNOWLEDGE_MS = 10_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/** Our own messages until the server has acknowledged them, in the order they were written. */
export class Outbox {
  #items: readonly Outgoing[] = [];
  /** How often what may yet pass has failed. What was refused for good is not in it. */
  readonly #failures = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #routes: OutboxRoutes;
  readonly #stored: (message: Message) => void;
  readonly #changed: () => void;

  constructor(routes: OutboxRoutes, stored: (message: Message) => void, changed: () => void) {
    this.#routes = routes;
    this.#stored = stored;
    this.#changed = changed;
  }

  get items(): readonly Outgoing[] {
    return this.#items;
  }

  add(outgoing: Outgoing) {
    this.#items = [...this.#items, outgoing];
    this.#changed();
    this.#attempt(outgoing);
  }

  /** The server has it: it is no longer ours to send. */
  acknowledge(clientMessageId: string): boolean {
    return this.#remove(clientMessageId);
  }

  /**
   * The socket brought a refusal. It does not say whether that is for good or for now; REST does, and is often open where
   * one connection was too busy.
   */
  refuse(clientMessageId: string) {
    const outgoing = this.#items.find((item) => item.clientMessageId === clientMessageId);
    if (outgoing === undefined) return;
    this.#clearTimer(clientMessageId);
    void this.#post(outgoing);
  }

  /** The same message, with the same id, once more. */
  retry(clientMessageId: string) {
    const outgoing = this.#mark(clientMessageId, undefined);
    if (outgoing !== undefined) this.#attempt(outgoing);
  }

  discard(clientMessageId: string) {
    if (this.#remove(clientMessageId)) this.#changed();
  }

  /** There is a new connection: whatever may have been lost with the old one goes again, in order. */
  reconnected() {
    for (const { clientMessageId, failure } of this.#items) {
      if (failure === undefined || this.#failures.has(clientMessageId)) this.retry(clientMessageId);
    }
  }

  dispose() {
    this.#timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#timers.clear();
  }

  #attempt(outgoing: Outgoing) {
    this.#routes.push(outgoing);
    this.#after(outgoing.clientMessageId, ACKNOWLEDGE_MS, () => void this.#post(outgoing));
  }

  async #post(outgoing: Outgoing) {
    try {
      this.#stored(await this.#routes.post(outgoing));
    } catch (reason) {
      this.#fail(outgoing.clientMessageId, reason instanceof Problem ? reason : Problem.unreachable());
    }
  }

  /** Not sent, and said so; what may pass is tried again by itself, ever more rarely. */
  #fail(clientMessageId: string, problem: Problem) {
    if (this.#mark(clientMessageId, problem.code) === undefined) return;
    this.#clearTimer(clientMessageId);
    if (!problem.isPassing) {
      this.#failures.delete(clientMessageId);
      return;
    }
    const failures = this.#failures.get(clientMessageId) ?? 0;
    this.#failures.set(clientMessageId, failures + 1);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + Math.random() / 2);
    this.#after(clientMessageId, Math.max(pause, (problem.retryAfterSeconds ?? 0) * 1000), () => {
      this.retry(clientMessageId);
    });
  }

  #after(clientMessageId: string, ms: number, run: () => void) {
    this.#clearTimer(clientMessageId);
    this.#timers.set(clientMessageId, setTimeout(run, ms));
  }

  #mark(clientMessageId: string, failure: string | undefined): Outgoing | undefined {
    const at = this.#items.findIndex((item) => item.clientMessageId === clientMessageId);
    const item = this.#items[at];
    if (item === undefined) return undefined;
    const marked = { ...item, failure };
    if (item.failure !== failure) {
      this.#items = this.#items.with(at, marked);
      this.#changed();
    }
    return marked;
  }

  #remove(clientMessageId: string): boolean {
    const rest = this.#items.filter((item) => item.clientMessageId !== clientMessageId);
    if (rest.length === this.#items.length) return false;
    this.#clearTimer(clientMessageId);
    this.#failures.delete(clientMessageId);
    this.#items = rest;
    return true;
  }

  #clearTimer(clientMessageId: string) {
    clearTimeout(this.#timers.get(clientMessageId));
    this.#timers.delete(clientMessageId);
  }
}
