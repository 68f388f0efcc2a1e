import { vi } from 'vitest';
import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { message } from '../../../test/messages';
import type { EntryPage, LogEntry, MessagePage } from './catch-up';
import type { ConversationServer, ConversationStore } from './conversation-store';
import type { KeptPage } from './history';
import type { Outgoing, OutgoingImage } from './timeline';

const PAGE = 30;
const CATCH_UP_PAGE = 100;

/**
 * The server of one conversation as the contract describes it, whose answers and pushes take as long as `delay` says, get
 * lost, come twice, or overtake each other.
 */
export class ModelServer implements ConversationServer {
  /** The log: messages, and entries of types that the app does not know. */
  log: LogEntry[] = [];
  /** Whether there is a socket. */
  connected = true;
  /** Frames get lost while this is set. */
  deaf = false;
  /** Whether REST gets through. */
  reachable = true;
  fetches = 0;
  /** The text that is not taken, and why. */
  refused: string | undefined;
  refusal = new Problem(422, 'text_refused');
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

  get stored(): Message[] {
    return this.log.flatMap(({ message: each }) => each ?? []);
  }

  /** Somebody else writes. */
  write(text: string, fate: Fate) {
    this.#deliver(this.#append(message({ seq: this.#next, text })), fate);
  }

  /** One writes oneself, on another device. */
  writeMine(text: string) {
    this.#append(message({ seq: this.#next, senderId: this.#ownId, text }));
  }

  /** Something happens that is no message. */
  change(fate: Fate) {
    const entry = { seq: this.#next, message: undefined };
    this.log.push(entry);
    this.#deliver(entry, fate);
  }

  /** At least once means that an old one may come again. */
  repeat() {
    const old = this.log[Math.floor(this.log.length / 2)];
    if (old !== undefined) this.#push(old, this.#delay());
  }

  entriesAfter = (seq: number): Promise<EntryPage> =>
    this.#answer(() => {
      const newer = this.log.filter((each) => each.seq > seq);
      return { items: newer.slice(0, CATCH_UP_PAGE), hasMore: newer.length > CATCH_UP_PAGE };
    });
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
    const lastSeq = this.log.length;
    const readSeq = this.readTo ?? lastSeq;
    return {
      readSeq,
      lastSeq,
      unread: this.stored.filter(({ seq, senderId }) => seq > readSeq && senderId !== this.#ownId).length,
    };
  };
  /** What this device has kept. */
  kept: KeptPage | undefined;
  recall = () => Promise.resolve(this.kept);
  remember = (page: KeptPage) => {
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
    if (this.deaf) return true;
    if (outgoing.text === this.refused) {
      setTimeout(() => this.#store?.refuse(outgoing.clientMessageId), this.#delay());
      return true;
    }
    // Reaches the server, whose answer may yet be lost with the connection.
    const stored = this.#accept(outgoing);
    this.#push({ seq: stored.seq, message: stored }, this.#delay());
    return true;
  };

  post = async (outgoing: Outgoing): Promise<Message> => {
    await this.#travel();
    if (outgoing.text === this.refused) throw this.refusal;
    const stored = this.#accept(outgoing);
    await this.#travel();
    return stored;
  };

  async #answer<Page>(read: (all: Message[]) => Page): Promise<Page> {
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

  get #next(): number {
    return this.log.length + 1;
  }

  #accept({ clientMessageId, text }: Outgoing): Message {
    const known = this.stored.find(
      (each) => each.senderId === this.#ownId && each.clientMessageId === clientMessageId,
    );
    if (known !== undefined) return known;
    const accepted = message({ seq: this.#next, senderId: this.#ownId, clientMessageId, text });
    this.#append(accepted);
    return accepted;
  }

  #append(stored: Message): LogEntry {
    const entry = { seq: stored.seq, message: stored };
    this.log.push(entry);
    return entry;
  }

  #deliver(entry: LogEntry, fate: Fate) {
    if (fate === 'lose') return;
    this.#push(entry, fate === 'late' ? 5_000 : this.#delay());
    if (fate === 'twice') this.#push(entry, this.#delay());
  }

  #push({ seq, message: pushed }: LogEntry, ms: number) {
    setTimeout(() => {
      if (!this.connected) return;
      if (pushed === undefined) this.#store?.pass(seq);
      else this.#store?.arrive(pushed);
    }, ms);
  }
}

export type Fate = 'push' | 'lose' | 'twice' | 'late';

function page(items: Message[], hasMore: boolean): MessagePage {
  return { items, hasMore };
}
