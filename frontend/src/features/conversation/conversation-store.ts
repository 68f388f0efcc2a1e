import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { MessagePage } from './catch-up';
import { CatchUp } from './catch-up';
import type { OutboxJournal, OutboxRoutes } from './outbox';
import { Outbox } from './outbox';
import type { Outgoing, OutgoingImage } from './timeline';
import { Timeline } from './timeline';

/** What the store needs of the outside. */
export interface ConversationServer extends OutboxRoutes {
  latest(): Promise<MessagePage>;
  before(seq: number): Promise<MessagePage>;
  after(seq: number): Promise<MessagePage>;
  /** What was kept on this device when the conversation was last looked at; undefined when there is nothing. */
  recall(): Promise<MessagePage | undefined>;
  /** The end of what is known, to be recalled next time. */
  remember(page: MessagePage): void;
}

/** One moment of a conversation, as the screen shows it. */
export interface ConversationSnapshot {
  /** Stored messages, each once, ascending by `seq`. */
  readonly messages: readonly Message[];
  /** Ours that the server has not acknowledged, in the order written. None is among `messages`. */
  readonly outgoing: readonly Outgoing[];
  readonly phase: 'loading' | 'ready' | { readonly problem: Problem };
  readonly older: 'none' | 'more' | 'loading' | 'failed';
}

const MOST_KEPT = 50;
const NOTHING: ConversationSnapshot = { messages: [], outgoing: [], phase: 'loading', older: 'none' };

/**
 * One conversation, live: history, pushes, our own messages on their way. However these interleave or repeat, each
 * message is on screen exactly once and in order.
 */
export class ConversationStore {
  readonly #ownId: string;
  readonly #server: ConversationServer;
  readonly #timeline = new Timeline();
  readonly #outbox: Outbox;
  readonly #catchUp: CatchUp;
  readonly #watchers = new Set<() => void>();
  #snapshot = NOTHING;
  #opening: Promise<void> | undefined;
  #stale = false;

  constructor(ownId: string, server: ConversationServer, journal: OutboxJournal) {
    this.#ownId = ownId;
    this.#server = server;
    this.#outbox = new Outbox(
      server,
      journal,
      (message) => {
        this.arrive(message);
      },
      () => {
        this.#publish();
      },
    );
    this.#catchUp = new CatchUp({
      settled: () => this.#timeline.settled,
      lastSeq: () => this.#timeline.lastSeq,
      fetchAfter: (seq) => this.#server.after(seq),
      add: (messages) => {
        this.#take(messages);
      },
      settleThrough: (seq) => {
        this.#timeline.settleThrough(seq);
      },
      restart: () => this.#loadLatest(),
    });
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#snapshot;

  /** Loads the latest page the first time, and after a failure; later what was missed while nobody looked. */
  open(): Promise<void> {
    if (this.#snapshot.phase === 'ready') {
      return this.#freshen() ? this.#catchUp.run() : Promise.resolve();
    }
    this.#opening ??= this.#load()
      .catch((reason: unknown) => {
        this.#publish({ phase: { problem: asProblem(reason) } });
      })
      .finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** Loads the page before what we hold, if there is one. */
  async loadOlder(): Promise<void> {
    const first = this.#snapshot.messages[0];
    if (first === undefined || this.#snapshot.older === 'none' || this.#snapshot.older === 'loading') return;
    this.#publish({ older: 'loading' });
    try {
      const page = await this.#server.before(first.seq);
      this.#timeline.prepend(page.items, page.hasMore);
      this.#acknowledge(page.items);
      this.#publish({ older: this.#timeline.reachesStart ? 'none' : 'more' });
    } catch {
      this.#publish({ older: 'failed' });
    }
  }

  /** Writes a message; it is on screen at once. */
  send(text: string, image?: OutgoingImage): string {
    const clientMessageId = crypto.randomUUID();
    const createdAt = new Date().toISOString();
    this.#outbox.add({ clientMessageId, text, createdAt, failure: undefined, image });
    return clientMessageId;
  }

  /** What was written and not sent when the page was last closed goes on where it was. */
  restore(outgoing: readonly Outgoing[]) {
    this.#outbox.add(...outgoing);
  }

  retry(clientMessageId: string) {
    this.#outbox.retry(clientMessageId);
  }

  discard(clientMessageId: string) {
    this.#outbox.discard(clientMessageId);
  }

  /** A stored message, pushed to us (`message`, `sent`) or answered by REST. May come twice, or out of order. */
  arrive(message: Message) {
    this.#take([message]);
    if (this.#snapshot.phase === 'ready') this.#catchUp.notice();
  }

  /** An `error` frame named one of our messages. */
  refuse(clientMessageId: string) {
    this.#outbox.refuse(clientMessageId);
  }

  /** There is a new connection, or the server says that we may have missed something. */
  async resume(): Promise<void> {
    this.#outbox.reconnected();
    this.#stale = true;
    // What nobody looks at waits until somebody does.
    if (this.#watchers.size > 0) await this.open();
  }

  dispose() {
    this.#outbox.dispose();
    this.#catchUp.dispose();
  }

  /** At once what is kept here, if anything is, and what has come since; otherwise the latest page. */
  async #load(): Promise<void> {
    const kept = await this.#server.recall();
    if (kept === undefined || kept.items.length === 0) {
      await this.#loadLatest();
      return;
    }
    this.#freshen();
    this.#timeline.begin(kept.items, kept.hasMore);
    this.#acknowledge(kept.items);
    this.#publish({ phase: 'ready', older: this.#timeline.reachesStart ? 'none' : 'more' });
    void this.#catchUp.run();
  }

  async #loadLatest(): Promise<void> {
    this.#freshen();
    const page = await this.#server.latest();
    this.#timeline.begin(page.items, page.hasMore);
    this.#acknowledge(page.items);
    this.#publish({ phase: 'ready', older: this.#timeline.reachesStart ? 'none' : 'more' });
    // Told meanwhile that something may have been missed: perhaps after this page was read.
    if (this.#freshen()) void this.#catchUp.run();
    else this.#catchUp.notice();
  }

  /** Whether there was something to catch up with; from now on there is not. */
  #freshen(): boolean {
    const stale = this.#stale;
    this.#stale = false;
    return stale;
  }

  #take(messages: readonly Message[]) {
    const changed = this.#timeline.add(messages);
    if (this.#acknowledge(messages) || changed) this.#publish();
  }

  #acknowledge(messages: readonly Message[]): boolean {
    let changed = false;
    for (const message of messages) {
      if (message.senderId === this.#ownId && this.#outbox.acknowledge(message.clientMessageId))
        changed = true;
    }
    return changed;
  }

  #remember() {
    const { messages, reachesStart } = this.#timeline;
    const items = messages.slice(-MOST_KEPT);
    this.#server.remember({ items, hasMore: !reachesStart || items.length < messages.length });
  }

  #publish(change: Partial<Pick<ConversationSnapshot, 'phase' | 'older'>> = {}) {
    const changed = this.#snapshot.messages !== this.#timeline.messages;
    this.#snapshot = {
      ...this.#snapshot,
      ...change,
      messages: this.#timeline.messages,
      outgoing: this.#outbox.items,
    };
    if (changed && this.#snapshot.phase === 'ready') this.#remember();
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}

function asProblem(reason: unknown): Problem {
  return reason instanceof Problem ? reason : Problem.unreachable();
}
