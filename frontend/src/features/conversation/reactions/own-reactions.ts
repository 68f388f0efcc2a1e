/** What one has wanted since, by emoji: to react, or to take it back. */
export type Wanted = ReadonlyMap<string, boolean>;

const NOTHING: Wanted = new Map();

/**
 * One's own reactions that the server has not acknowledged. They are on screen at once, and not any more when the server
 * refuses them. Taps that follow quickly are sent one after the other, and only what one wanted last.
 */
export class OwnReactions {
  readonly #failed = new Set<(reason: unknown) => void>();
  readonly #send: (messageId: string, emoji: string, added: boolean) => Promise<void>;
  readonly #wanted = new Map<string, Wanted>();
  readonly #sending = new Set<string>();
  readonly #watchers = new Set<() => void>();

  constructor(send: (messageId: string, emoji: string, added: boolean) => Promise<void>) {
    this.#send = send;
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Calls back when one could not be sent; it is not on screen any more. */
  onFailed(listener: (reason: unknown) => void): () => void {
    this.#failed.add(listener);
    return () => this.#failed.delete(listener);
  }

  of(messageId: string): Wanted {
    return this.#wanted.get(messageId) ?? NOTHING;
  }

  want(messageId: string, emoji: string, added: boolean) {
    this.#change(messageId, emoji, added);
    const key = `${messageId} ${emoji}`;
    if (this.#sending.has(key)) return;
    this.#sending.add(key);
    void this.#deliver(messageId, emoji).finally(() => this.#sending.delete(key));
  }

  async #deliver(messageId: string, emoji: string) {
    for (;;) {
      const added = this.of(messageId).get(emoji);
      if (added === undefined) return;
      try {
        await this.#send(messageId, emoji, added);
      } catch (reason) {
        this.#change(messageId, emoji, undefined);
        this.#failed.forEach((listener) => {
          listener(reason);
        });
        return;
      }
      if (this.of(messageId).get(emoji) === added) this.#change(messageId, emoji, undefined);
    }
  }

  #change(messageId: string, emoji: string, added: boolean | undefined) {
    const wanted = new Map(this.of(messageId));
    if (added === undefined) wanted.delete(emoji);
    else wanted.set(emoji, added);
    if (wanted.size > 0) this.#wanted.set(messageId, wanted);
    else this.#wanted.delete(messageId);
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
