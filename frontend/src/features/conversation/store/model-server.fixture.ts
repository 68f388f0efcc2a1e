import { vi } from 'vitest';
import type { Message, Quote } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { GroupEvent } from '@/shared/chat/group-events';
import type { MessageChange } from '@/shared/chat/message-changes';
import { message } from '../../../../test/messages';
import type { EntryPage, LogEntry, MessagePage } from './catch-up';
import type { ConversationServer, ConversationStore } from './conversation-store';
import type { KeptPage } from './history';
import type { Outgoing, OutgoingAttachment } from './timeline';

const PAGE = 30;
const CATCH_UP_PAGE = 100;

/**
 * The server of one conversation as the contract describes it, whose answers and pushes take as long as `delay` says, get
 * lost, come twice, or overtake each other.
 */
export class ModelServer implements ConversationServer {
  /** The log: messages, changes to them, changes of the group, and entries of types that the app does not know. */
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

  /** Another user writes. */
  write(text: string, fate: Fate) {
    // Every third one answers the one before it.
    const before = this.#next % 3 === 0 ? this.stored.at(-1) : undefined;
    const replyTo = before === undefined ? null : quoted(before);
    this.#deliver(this.#append(message({ seq: this.#next, text, replyTo })), fate);
  }

  /** One writes oneself, on another device. */
  writeMine(text: string) {
    this.#append(message({ seq: this.#next, senderId: this.#ownId, text }));
  }

  /** Something happens that is no message, and of a kind that the app does not know. */
  pass(fate: Fate) {
    const entry = { seq: this.#next };
    this.log.push(entry);
    this.#deliver(entry, fate);
  }

  /** The group gets another title. */
  retitle(fate: Fate) {
    const seq = this.#next;
    const event: GroupEvent = { seq, at: `at ${seq}`, by: 'u-ben', type: 'titled', title: `Title ${seq}` };
    this.log.push({ seq, event });
    this.#deliver({ seq, event }, fate);
  }

  get happened(): GroupEvent[] {
    return this.log.flatMap(({ event }) => event ?? []);
  }

  /** A message is changed, if there is one: which, and how, follows from `choice`. */
  change(choice: number, fate: Fate) {
    const { stored } = this;
    const target = stored[choice % Math.max(1, stored.length)];
    if (target === undefined || target.deletedAt !== null) return;
    const entered = { seq: this.#next, at: `at ${this.#next}`, by: 'u-ben', messageId: target.id };
    const change = changeBy(choice, entered, target);
    const changed = after(target, change);
    this.log = this.log.map((each) => {
      if (each.message === undefined) return each;
      if (each.message === target) return { ...each, message: changed };
      const { replyTo } = each.message;
      if (replyTo?.id !== target.id) return each;
      return { ...each, message: { ...each.message, replyTo: quoted(changed) } };
    });
    const entry = { seq: entered.seq, change };
    this.log.push(entry);
    this.#deliver(entry, fate, changed);
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
  latest = () => this.#answer((all) => this.#page(all.slice(-PAGE), all.length > PAGE));
  before = (seq: number) =>
    this.#answer((all) => {
      const older = all.filter((each) => each.seq < seq);
      return this.#page(older.slice(-PAGE), older.length > PAGE, seq);
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
      unread: this.stored.filter(
        ({ seq, senderId, deletedAt }) => seq > readSeq && senderId !== this.#ownId && deletedAt === null,
      ).length,
    };
  };
  /** What this device has kept. */
  kept: KeptPage | undefined;
  recall = () => Promise.resolve(this.kept);
  remember = (page: KeptPage) => {
    this.kept = page;
  };
  /** Of attachments, by their size: that one and all after it wait until a test releases them. */
  uploads: ((part: number) => void)[] = [];
  holdUploads = false;
  upload = async (
    attachment: OutgoingAttachment,
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
    return `${attachment.kind}-${attachment.blob.size}`;
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

  #page(items: Message[], hasMore: boolean, before = Infinity): MessagePage {
    const first = hasMore ? (items[0]?.seq ?? 0) : 0;
    return { items, events: this.happened.filter(({ seq }) => seq > first && seq < before), hasMore };
  }

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

  /** `changed` is the message that it changes, as it is then. */
  #deliver(entry: LogEntry, fate: Fate, changed?: Message) {
    if (fate === 'lose') return;
    this.#push(entry, fate === 'late' ? 5_000 : this.#delay(), changed);
    if (fate === 'twice') this.#push(entry, this.#delay(), changed);
  }

  #push({ seq, message: pushed, change, event }: LogEntry, ms: number, changed?: Message) {
    setTimeout(() => {
      if (!this.connected) return;
      if (pushed !== undefined) this.#store?.arrive(pushed);
      else if (change !== undefined) this.#store?.change({ entry: change, message: changed });
      else this.#store?.pass(seq, event);
    }, ms);
  }
}

export type Fate = 'push' | 'lose' | 'twice' | 'late';

/** By hand, for the app's own way is what is tested. */
function after(target: Message, change: MessageChange): Message {
  if (change.type === 'edited')
    return { ...target, text: change.text, mentions: change.mentions, editedAt: change.at };
  if (change.type === 'reacted')
    return { ...target, reactions: change.added ? [{ emoji: change.emoji, userIds: [change.by] }] : [] };
  return { ...target, text: null, replyTo: null, mentions: [], reactions: [], deletedAt: change.at };
}

/** A message has at most one reaction: the order of several is not defined while some are missing. */
function changeBy(
  choice: number,
  entered: { seq: number; at: string; by: string; messageId: string },
  target: Message,
): MessageChange {
  if (choice % 5 === 0) return { ...entered, type: 'deleted' };
  if (choice % 2 === 0)
    return { ...entered, type: 'reacted', emoji: '👍', added: target.reactions.length === 0 };
  return { ...entered, type: 'edited', text: `edited ${entered.seq}`, mentions: [] };
}

function quoted({ id, seq, senderId, text, deletedAt }: Message): Quote {
  return { id, seq, senderId, text, attachment: null, deletedAt };
}
