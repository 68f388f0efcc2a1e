import { vi } from 'vitest';
import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { message } from '../../../test/messages';
import type { MessagePage } from './catch-up';
import type { ConversationServer, ConversationStore } from './conversation-store';
import type { Outgoing, OutgoingImage } from './timeline';

const PAGE = 30;
const CATCH_UP_PAGE = 100;

/**
 * The server of one conversation as the contract describes it, whose answers and pushes take as long as `delay` says, get
 * lost, come twice, or overtake each other.
 */
export class ModelServer implements ConversationServer {
  stored: Message[] = [];
  /** Whether there is a socket. */
  connected = true;
  /** Whether REST gets through. */
  reachable = true;
  fetches = 0;
  /** The text that is not taken, and why. */
  refused: string | undefined;
  refusal = new Problem(422, 'text_refused');
  #lastSeq = 0;
  #holes: number[] = [];
  #store: ConversationStore | undefined;
  readonly #ownId: string;
  readonly #delay: () => number;

  constructor(ownId: string, delay: () => number = () => 0) {
    this.#ownId = ownId;
    this.#delay = delay;
  }

  attach(store: ConversationStore) {
    this.#store = store;
  }

  /** Lets everything arrive that is under way. */
  settle() {
    return vi.advanceTimersByTimeAsync(200);
  }

  /** Somebody else writes. */
  write(text: string, fate: 'push' | 'lose' | 'twice' | 'late') {
    const stored = this.#insert(message({ seq: ++this.#lastSeq, text }));
    if (fate === 'lose') return;
    this.#push(stored, fate === 'late' ? 5_000 : this.#delay());
    if (fate === 'twice') this.#push(stored, this.#delay());
  }

  /** A number is taken, and its message not stored: for good, or until it is filled. */
  skip(): number {
    this.#holes.push(++this.#lastSeq);
    return this.#lastSeq;
  }

  /** The message of a taken number is stored after all, and pushed. */
  fill(seq: number, text: string) {
    this.#holes = this.#holes.filter((hole) => hole !== seq);
    this.#push(this.#insert(message({ seq, text })), this.#delay());
  }

  fillAny() {
    const hole = this.#holes[0];
    if (hole !== undefined) this.fill(hole, 'late');
  }

  /** At least once means that an old one may come again. */
  repeat() {
    const old = this.stored[Math.floor(this.stored.length / 2)];
    if (old !== undefined) this.#push(old, this.#delay());
  }

  latest = () => this.#answer((all) => page(all.slice(-PAGE), all.length > PAGE));
  before = (seq: number) =>
    this.#answer((all) => {
      const older = all.filter((each) => each.seq < seq);
      return page(older.slice(-PAGE), older.length > PAGE);
    });
  after = (seq: number) =>
    this.#answer((all) => {
      const newer = all.filter((each) => each.seq > seq);
      return page(newer.slice(0, CATCH_UP_PAGE), newer.length > CATCH_UP_PAGE);
    });

  /** Where one had stopped reading; the end by default. */
  readTo: number | undefined;
  position = async () => {
    await this.#travel();
    const readSeq = this.readTo ?? this.#lastSeq;
    return {
      readSeq,
      unread: this.stored.filter(({ seq, senderId }) => seq > readSeq && senderId !== this.#ownId).length,
    };
  };
  /** What this device has kept. */
  kept: MessagePage | undefined;
  recall = () => Promise.resolve(this.kept);
  remember = (page: MessagePage) => {
    this.kept = page;
  };
  /** Of images, by their size: that one and all after it wait until it is told otherwise. */
  uploads: ((part: number) => void)[] = [];
  holdUploads = false;
  upload = async (
    image: OutgoingImage,
    onProgress: (part: number) => void,
    signal: AbortSignal,
  ): Promise<string> => {
    await this.#travel();
    if (this.holdUploads) {
      await new Promise<void>((resolve, reject) => {
        this.uploads.push((part) => {
          onProgress(part);
          if (part === 1) resolve();
        });
        signal.addEventListener('abort', () => {
          reject(new DOMException('', 'AbortError'));
        });
      });
    }
    return `image-${image.blob.size}`;
  };

  push = (outgoing: Outgoing): boolean => {
    if (!this.connected) return false;
    if (outgoing.text === this.refused) {
      setTimeout(() => this.#store?.refuse(outgoing.clientMessageId), this.#delay());
      return true;
    }
    // Reaches the server, whose answer may yet be lost with the connection.
    const stored = this.#accept(outgoing);
    this.#push(stored, this.#delay());
    return true;
  };

  post = async (outgoing: Outgoing): Promise<Message> => {
    await this.#travel();
    if (outgoing.text === this.refused) throw this.refusal;
    const stored = this.#accept(outgoing);
    await this.#travel();
    return stored;
  };

  async #answer(read: (all: Message[]) => MessagePage): Promise<MessagePage> {
    this.fetches += 1;
    await this.#travel();
    const answer = read(this.stored);
    await this.#travel();
    return answer;
  }

  async #travel() {
    const ms = this.#delay();
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    if (!this.reachable) throw Problem.unreachable();
  }

  #accept({ clientMessageId, text }: Outgoing): Message {
    const known = this.stored.find(
      (each) => each.senderId === this.#ownId && each.clientMessageId === clientMessageId,
    );
    return (
      known ?? this.#insert(message({ seq: ++this.#lastSeq, senderId: this.#ownId, clientMessageId, text }))
    );
  }

  #insert(stored: Message): Message {
    this.stored = [...this.stored, stored].sort((one, other) => one.seq - other.seq);
    return stored;
  }

  #push(stored: Message, ms: number) {
    setTimeout(() => {
      if (this.connected) this.#store?.arrive(stored);
    }, ms);
  }
}

function page(items: Message[], hasMore: boolean): MessagePage {
  return { items, hasMore };
}
