/** A server that is killed says nothing more: typing ends by itself after this long. */
export const TYPING_LASTS_MS = 6_000;

const NO_TYPISTS: readonly string[] = [];

/** Who is writing where, just now. */
export class Typists {
  /** Arrays are replaced, never changed. */
  readonly #typing = new Map<string, readonly string[]>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #watchers = new Set<() => void>();

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** The ids of those who are writing in a conversation, who began first comes first. */
  in(conversationId: string): readonly string[] {
    return this.#typing.get(conversationId) ?? NO_TYPISTS;
  }

  begin(conversationId: string, userId: string) {
    this.#clearTimer(conversationId, userId);
    this.#timers.set(
      key(conversationId, userId),
      setTimeout(() => {
        this.end(conversationId, userId);
      }, TYPING_LASTS_MS),
    );
    const known = this.in(conversationId);
    if (!known.includes(userId)) this.#set(conversationId, [...known, userId]);
  }

  end(conversationId: string, userId: string) {
    this.#clearTimer(conversationId, userId);
    const known = this.in(conversationId);
    if (known.includes(userId)) {
      this.#set(
        conversationId,
        known.filter((each) => each !== userId),
      );
    }
  }

  /** The user is offline, and writes nowhere. */
  leave(userId: string) {
    [...this.#typing.keys()].forEach((conversationId) => {
      this.end(conversationId, userId);
    });
  }

  dispose() {
    this.#timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#timers.clear();
    this.#typing.clear();
  }

  #set(conversationId: string, userIds: readonly string[]) {
    if (userIds.length === 0) this.#typing.delete(conversationId);
    else this.#typing.set(conversationId, userIds);
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }

  #clearTimer(conversationId: string, userId: string) {
    clearTimeout(this.#timers.get(key(conversationId, userId)));
    this.#timers.delete(key(conversationId, userId));
  }
}

function key(conversationId: string, userId: string): string {
  return `${conversationId} ${userId}`;
}
