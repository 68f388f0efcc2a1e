/** What of ours in a conversation is not sent: a text half written, and messages that were refused or wait. */
export interface Unsent {
  draft: string;
  waiting: number;
  failed: number;
}

const NOTHING: Unsent = { draft: '', waiting: 0, failed: 0 };

/** What is not sent, by conversation, for whatever lists conversations. */
export class UnsentTexts {
  readonly #unsent = new Map<string, Unsent>();
  readonly #watchers = new Set<() => void>();

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** The same object until something in it changes. */
  of(conversationId: string): Unsent {
    return this.#unsent.get(conversationId) ?? NOTHING;
  }

  set(conversationId: string, change: Partial<Unsent>) {
    const before = this.of(conversationId);
    const next = { ...before, ...change };
    if (next.draft === before.draft && next.waiting === before.waiting && next.failed === before.failed)
      return;
    if (next.draft === '' && next.waiting === 0 && next.failed === 0) this.#unsent.delete(conversationId);
    else this.#unsent.set(conversationId, next);
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
