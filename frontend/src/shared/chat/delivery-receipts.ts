import type { Conversation } from '@/shared/api/model';

/** How long arrivals are gathered before the server hears of them. */
const GATHER_MS = 300;

/** Tells the server what has reached this device: once for each message at most, and again after a reconnect. */
export class DeliveryReceipts {
  readonly #ownId: string;
  readonly #tell: (conversationId: string, seq: number) => boolean;
  readonly #sent = new Map<string, number>();
  #waiting: readonly Conversation[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `tell` says whether there was a connection to say it on. */
  constructor(ownId: string, tell: (conversationId: string, seq: number) => boolean) {
    this.#ownId = ownId;
    this.#tell = tell;
  }

  /** All conversations as they are known now. */
  review(conversations: readonly Conversation[]) {
    this.#waiting = conversations;
    this.#timer ??= setTimeout(() => {
      this.#flush();
    }, GATHER_MS);
  }

  /** What was said on the old connection may be lost. */
  reconnected() {
    this.#sent.clear();
    this.review(this.#waiting);
  }

  dispose() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush() {
    this.dispose();
    for (const { id, lastSeq, lastMessage, unread, members } of this.#waiting) {
      // No receipt is due for own messages.
      if (unread === 0 && lastMessage?.senderId === this.#ownId) continue;
      const own = members.find((member) => member.userId === this.#ownId);
      const known = Math.max(own?.deliveredSeq ?? 0, own?.readSeq ?? 0, this.#sent.get(id) ?? 0);
      if (lastSeq > known && this.#tell(id, lastSeq)) this.#sent.set(id, lastSeq);
    }
  }
}
