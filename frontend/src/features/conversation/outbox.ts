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

/** Our own messages until the server has acknowledged them, in the order they were written. */
export class Outbox {
  #items: readonly Outgoing[] = [];
  readonly #passing = new Set<string>();
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

  /** The server would not take it; `passing` says that it may later. */
  refuse(clientMessageId: string, code: string, passing: boolean) {
    this.#clearTimer(clientMessageId);
    if (passing) this.#passing.add(clientMessageId);
    else this.#passing.delete(clientMessageId);
    this.#mark(clientMessageId, code);
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
      if (failure === undefined || this.#passing.has(clientMessageId)) this.retry(clientMessageId);
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
    this.#clearTimer(outgoing.clientMessageId);
    this.#timers.set(
      outgoing.clientMessageId,
      setTimeout(() => void this.#post(outgoing), ACKNOWLEDGE_MS),
    );
  }

  async #post(outgoing: Outgoing) {
    try {
      this.#stored(await this.#routes.post(outgoing));
    } catch (reason) {
      const problem = reason instanceof Problem ? reason : Problem.unreachable();
      this.refuse(outgoing.clientMessageId, problem.code, problem.isPassing);
    }
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
    this.#passing.delete(clientMessageId);
    this.#items = rest;
    return true;
  }

  #clearTimer(clientMessageId: string) {
    clearTimeout(this.#timers.get(clientMessageId));
    this.#timers.delete(clientMessageId);
  }
}
