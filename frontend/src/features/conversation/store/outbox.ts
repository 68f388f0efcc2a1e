import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { Outgoing, OutgoingAttachment, OutgoingFile } from './timeline';

/** The two ways to the server, both idempotent by `clientMessageId`; and the way of an attachment's bytes to the store. */
export interface OutboxRoutes {
  /** Over the socket; false when there is none. The answer is a `sent` or an `error` frame. */
  push(outgoing: Outgoing): boolean;
  /** Over REST: when there is no socket, or none that answers. */
  post(outgoing: Outgoing): Promise<Message>;
  /** Answers the id under which a message may hold the attachment. */
  upload(
    attachment: OutgoingAttachment,
    onProgress: (part: number) => void,
    signal: AbortSignal,
  ): Promise<string>;
}

/** Where messages are kept so that they survive the page. Neither waits, neither throws. */
export interface OutboxJournal {
  keep(outgoing: Outgoing): void;
  forget(clientMessageId: string): void;
}

/** How long a message waits for its acknowledgement before it goes the other way. */
export const ACKNOWLEDGE_MS = 10_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Our own messages until the server has acknowledged them. They go in the order they were written: over the socket one
 * behind the other, over REST one at a time, and none before the image or voice of the one before it is uploaded. Files may
 * take minutes: they go one at a time, and what was written after one does not wait for it. What the server has refused for
 * good stands aside until the sender decides.
 */
export class Outbox {
  #items: readonly Outgoing[] = [];
  /** Handed to the socket that is open now. */
  readonly #pushed = new Set<string>();
  /** From when on an acknowledgement is waited for. */
  readonly #since = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  /** Failed for now: each with the timer that tries again. */
  readonly #pauses = new Map<string, ReturnType<typeof setTimeout>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #posting = false;
  #disposed = false;
  /** At most two: a file, and beside it what holds up what was written after it. */
  readonly #uploads = new Map<boolean, { id: string; abort: AbortController }>();
  readonly #routes: OutboxRoutes;
  readonly #journal: OutboxJournal;
  readonly #stored: (message: Message) => void;
  readonly #changed: () => void;

  constructor(
    routes: OutboxRoutes,
    journal: OutboxJournal,
    stored: (message: Message) => void,
    changed: () => void,
  ) {
    this.#routes = routes;
    this.#journal = journal;
    this.#stored = stored;
    this.#changed = changed;
  }

  get items(): readonly Outgoing[] {
    return this.#items;
  }

  add(...outgoing: readonly Outgoing[]) {
    const fresh = outgoing.filter(({ clientMessageId }) => this.#find(clientMessageId) === undefined);
    fresh.forEach((item) => {
      this.#since.set(item.clientMessageId, performance.now());
      this.#journal.keep(item);
    });
    this.#items = [...this.#items, ...fresh];
    this.#changed();
    this.#advance();
  }

  /** The server has it: it is no longer ours to send. */
  acknowledge(clientMessageId: string): boolean {
    if (!this.#remove(clientMessageId)) return false;
    this.#setWaiting(false);
    this.#advance();
    return true;
  }

  /**
   * The socket brought a refusal. It does not say whether that is for good or for now; REST does, and is often open where
   * one connection was too busy.
   */
  refuse(clientMessageId: string) {
    if (this.#find(clientMessageId) === undefined) return;
    this.#since.set(clientMessageId, -Infinity);
    this.#advance();
  }

  /** The same message, with the same id, once more. */
  retry(clientMessageId: string) {
    const item = this.#find(clientMessageId);
    // An attachment that was refused is gone from the store.
    const refused = item?.failure === undefined ? undefined : item.attachment;
    const attachment = refused === undefined ? item?.attachment : afresh(refused);
    this.#again(clientMessageId, { failure: undefined, attachment });
  }

  discard(clientMessageId: string) {
    if (!this.#remove(clientMessageId)) return;
    this.#changed();
    this.#advance();
  }

  /** There is a new connection: whatever may have been lost with the old one goes again, in order. */
  reconnected() {
    this.#pushed.clear();
    for (const { clientMessageId, failure } of this.#items) {
      if (failure !== undefined) continue;
      this.#since.set(clientMessageId, performance.now());
      this.#unpause(clientMessageId);
    }
    this.#setWaiting(false);
    this.#changed();
    this.#advance();
  }

  dispose() {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#pauses.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#pauses.clear();
    this.#uploads.forEach(({ abort }) => {
      abort.abort();
    });
  }

  /** Does whatever can be done now: hands on what may go, and waits for the first that has gone. */
  #advance() {
    clearTimeout(this.#timer);
    if (this.#disposed) return;
    const queue = this.#items.filter((item) => {
      if (item.failure !== undefined || !awaitsFile(item)) return item.failure === undefined;
      if (!this.#pauses.has(item.clientMessageId)) void this.#upload(item, item.attachment);
      return false;
    });
    let connected = true;
    for (const item of queue) {
      const id = item.clientMessageId;
      if (this.#pauses.has(id)) break;
      if (needsUpload(item)) {
        void this.#upload(item, item.attachment);
        break;
      }
      if (this.#pushed.has(id)) continue;
      connected = this.#routes.push(item);
      if (!connected) break;
      this.#pushed.add(id);
    }
    const [head] = queue;
    if (head === undefined || this.#posting || needsUpload(head) || this.#pauses.has(head.clientMessageId))
      return;
    const due = connected ? (this.#since.get(head.clientMessageId) ?? -Infinity) + ACKNOWLEDGE_MS : 0;
    this.#timer = setTimeout(() => void this.#post(head), Math.max(0, due - performance.now()));
  }

  async #post(outgoing: Outgoing) {
    this.#posting = true;
    try {
      this.#stored(await this.#routes.post(outgoing));
    } catch (reason) {
      this.#fail(outgoing.clientMessageId, reason);
    } finally {
      this.#posting = false;
      this.#advance();
    }
  }

  async #upload({ clientMessageId: id }: Outgoing, attachment: OutgoingAttachment) {
    const lane = attachment.kind === 'file';
    if (this.#uploads.has(lane)) return;
    const abort = new AbortController();
    this.#uploads.set(lane, { id, abort });
    try {
      const stored = await this.#routes.upload(
        attachment,
        (part) => {
          this.#change(id, { attachment: { ...attachment, progress: part } });
        },
        abort.signal,
      );
      this.#since.set(id, performance.now());
      const uploaded = this.#change(id, { attachment: { ...attachment, id: stored, progress: 1 } });
      if (uploaded !== undefined) this.#journal.keep(uploaded);
    } catch (reason) {
      this.#change(id, { attachment: afresh(attachment) });
      if (!abort.signal.aborted) this.#fail(id, reason);
    } finally {
      this.#uploads.delete(lane);
      this.#advance();
    }
  }

  /** What may pass waits, and is tried again by itself, ever more rarely; what will not has failed, and says so. */
  #fail(id: string, reason: unknown) {
    const problem = reason instanceof Problem ? reason : Problem.unreachable();
    if (this.#find(id) === undefined || this.#disposed) return;
    if (!problem.isPassing) {
      this.#unpause(id);
      this.#change(id, { failure: problem.code });
      return;
    }
    this.#setWaiting(true);
    this.#changed();
    const failures = this.#failures.get(id) ?? 0;
    this.#failures.set(id, failures + 1);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + Math.random() / 2);
    const again = () => {
      this.#again(id, {});
      // The socket had its chance.
      this.refuse(id);
    };
    clearTimeout(this.#pauses.get(id));
    this.#pauses.set(id, setTimeout(again, Math.max(pause, (problem.retryAfterSeconds ?? 0) * 1000)));
  }

  /** What one waits for, all behind it do. */
  #setWaiting(waiting: boolean) {
    this.#items = this.#items.map((item) =>
      item.failure === undefined && (item.waiting ?? false) !== waiting ? { ...item, waiting } : item,
    );
  }

  #again(id: string, change: Partial<Outgoing>) {
    this.#unpause(id);
    this.#pushed.delete(id);
    this.#since.set(id, performance.now());
    this.#change(id, change);
    this.#advance();
  }

  #unpause(id: string) {
    clearTimeout(this.#pauses.get(id));
    this.#pauses.delete(id);
  }

  #find(id: string): Outgoing | undefined {
    return this.#items.find((item) => item.clientMessageId === id);
  }

  #change(id: string, change: Partial<Outgoing>): Outgoing | undefined {
    const at = this.#items.findIndex((item) => item.clientMessageId === id);
    const item = this.#items[at];
    if (item === undefined) return undefined;
    const changed = { ...item, ...change };
    if (changed.failure !== item.failure || changed.attachment !== item.attachment) {
      this.#items = this.#items.with(at, changed);
      this.#changed();
    }
    return changed;
  }

  #remove(id: string): boolean {
    if (this.#find(id) === undefined) return false;
    this.#uploads.forEach((upload) => {
      if (upload.id === id) upload.abort.abort();
    });
    this.#unpause(id);
    this.#pushed.delete(id);
    this.#since.delete(id);
    this.#failures.delete(id);
    this.#items = this.#items.filter((item) => item.clientMessageId !== id);
    this.#journal.forget(id);
    return true;
  }
}

function needsUpload(item: Outgoing): item is Outgoing & { attachment: OutgoingAttachment } {
  return item.attachment !== undefined && item.attachment.id === undefined;
}

function awaitsFile(item: Outgoing): item is Outgoing & { attachment: OutgoingFile } {
  return needsUpload(item) && item.attachment.kind === 'file';
}

function afresh<A extends OutgoingAttachment>(attachment: A): A {
  return { ...attachment, id: undefined, progress: 0 };
}
