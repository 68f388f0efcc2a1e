import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { GroupEvent } from '@/shared/chat/group-events';
import type { ChangeContent, HeardChange } from '@/shared/chat/message-changes';
import { afterChange } from '@/shared/chat/message-changes';
import { CatchUp, changesIn, eventsIn, messagesIn } from './catch-up';
import type { Further, HistoryServer } from './history';
import { History } from './history';
import type { OutboxJournal, OutboxRoutes } from './outbox';
import { Outbox } from './outbox';
import type { Outgoing } from './timeline';

/** What the store needs of the outside. */
export interface ConversationServer extends OutboxRoutes, HistoryServer {}

/** One moment of a conversation, as the screen shows it. */
export interface ConversationSnapshot {
  /** Stored messages, each once, ascending by `seq`. */
  readonly messages: readonly Message[];
  /** What happened to the group among them, ascending by `seq`; never unread. */
  readonly events: readonly GroupEvent[];
  /** Ours that the server has not acknowledged, in the order written. None is among `messages`. */
  readonly outgoing: readonly Outgoing[];
  /** Everything of others up to here was read when the server was last asked. */
  readonly readSeq: number;
  /** The entry of the log up to which nothing is missing. */
  readonly settled: number;
  /**
   * `kept`: what this device has kept is there, and the server has not yet said what has come since. `ready`: it has, or cannot
   * be asked for now.
   */
  readonly phase: 'loading' | 'kept' | 'ready' | { readonly problem: Problem };
  readonly older: Further;
  readonly newer: Further;
}

const NOTHING: ConversationSnapshot = {
  messages: [],
  events: [],
  outgoing: [],
  settled: 0,
  readSeq: 0,
  phase: 'loading',
  older: 'none',
  newer: 'none',
};

/**
 * One conversation, live: history, pushes, our own messages on their way. However these interleave or repeat, each
 * message is on screen exactly once and in order.
 */
export class ConversationStore {
  readonly #ownId: string;
  readonly #history: History;
  readonly #outbox: Outbox;
  readonly #catchUp: CatchUp;
  readonly #watchers = new Set<() => void>();
  /** Called when what is on its way has changed, whether the conversation is looked at or not. */
  onOutgoing: (outgoing: readonly Outgoing[]) => void = () => undefined;
  #snapshot = NOTHING;
  #opening: Promise<void> | undefined;
  #stale = false;
  #remembered: readonly Message[] = NOTHING.messages;

  constructor(ownId: string, server: ConversationServer, journal: OutboxJournal) {
    this.#ownId = ownId;
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
    this.#history = new History(ownId, server, (arrived) => {
      this.#acknowledge(arrived);
      this.#publish();
    });
    const { timeline } = this.#history;
    this.#catchUp = new CatchUp({
      settled: () => timeline.settled,
      hasGap: () => timeline.hasGap,
      reachesEnd: () => timeline.reachesEnd,
      fetchAfter: (seq) => server.entriesAfter(seq),
      take: (page) => {
        // Begun anew meanwhile: the page would not join what there is now.
        if (!timeline.reachesEnd || (page.items[0]?.seq ?? 0) > timeline.settled + 1) return;
        const arrived = messagesIn(page);
        const end = page.items.at(-1)?.seq ?? 0;
        timeline.add(arrived, end);
        timeline.change(changesIn(page));
        timeline.learn(eventsIn(page));
        timeline.settleThrough(end);
        this.#acknowledge(arrived);
        this.#publish();
      },
      leaveEnd: () => {
        this.#history.leaveEnd();
      },
    });
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#snapshot;

  /** Whether a view shows the conversation. */
  get isWatched(): boolean {
    return this.#watchers.size > 0;
  }

  /** Loads what one reads on with: the first time, after a failure, and when something was missed while it was not looked at. */
  open(): Promise<void> {
    if (this.#snapshot.phase === 'ready' && !this.#stale) return Promise.resolve();
    this.#opening ??= this.#load()
      .catch((reason: unknown) => {
        this.#publish({ phase: { problem: asProblem(reason) } });
      })
      .finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** Loads the page before what we hold, if there is one. */
  loadOlder(): Promise<void> {
    return this.#history.loadOlder();
  }

  /** Loads the page after what we hold, if we do not hold the end. */
  async loadNewer(): Promise<void> {
    // What was pushed while the last page was under way was left to it.
    if (await this.#history.loadNewer()) await this.#catchUp.run();
    else this.#catchUp.notice();
  }

  /** Goes to the end, leaving out what lies between. */
  async showLatest(): Promise<void> {
    await this.#history.showLatest();
    this.#catchUp.notice();
  }

  /** Has an entry of the log, and what is around it; fails when it cannot be loaded. */
  async showAround(seq: number): Promise<void> {
    await this.#history.showAround(seq);
    this.#catchUp.notice();
  }

  /** Writes a message; it is on screen at once. */
  send(text: string, more: Pick<Outgoing, 'attachment' | 'forwarded' | 'replyTo'> = {}): string {
    const clientMessageId = crypto.randomUUID();
    const createdAt = new Date().toISOString();
    this.#outbox.add({ clientMessageId, text, createdAt, failure: undefined, ...more });
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

  /** A change to a message was pushed. */
  change(heard: HeardChange) {
    const { timeline } = this.#history;
    const { settled } = timeline;
    if (timeline.change([heard]) || timeline.settled !== settled) this.#publish();
    if (this.#snapshot.phase === 'ready') this.#catchUp.notice();
  }

  /** The server has made a change of ours; its entry may come before this or after. */
  acknowledgeChange(messageId: string, content: ChangeContent) {
    if (this.#history.timeline.revise(messageId, (message) => afterChange(message, content))) this.#publish();
  }

  /** An entry of the log was pushed of a kind that changes no message; it may change the group. */
  pass(seq: number, event?: GroupEvent) {
    const { timeline } = this.#history;
    const { settled } = timeline;
    if (event !== undefined) timeline.learn([event]);
    timeline.pass(seq);
    if (event !== undefined || timeline.settled !== settled) this.#publish();
    if (this.#snapshot.phase === 'ready') this.#catchUp.notice();
  }

  /** An `error` frame named one of our messages. */
  refuse(clientMessageId: string) {
    this.#outbox.refuse(clientMessageId);
  }

  /** There is a new connection, or the server says that we may have missed something. */
  async resume(): Promise<void> {
    this.#outbox.reconnected();
    await this.refresh();
  }

  /** Something may have been missed. */
  async refresh(): Promise<void> {
    this.#stale = true;
    // What is not looked at waits until it is.
    if (!this.isWatched) {
      if (this.#snapshot.phase === 'ready') this.#publish({ phase: 'kept' });
      return;
    }
    if (this.#snapshot.phase !== 'ready') await this.open();
    else if (this.#freshen()) await this.#catchUp.run();
  }

  dispose() {
    this.#outbox.dispose();
    this.#catchUp.dispose();
  }

  /** From the server, or at once from what is kept here, and then what has come since. */
  async #load(): Promise<void> {
    this.#freshen();
    const fresh = await this.#history.begin(() => {
      this.#publish({ phase: 'kept' });
    });
    this.#publish({ phase: 'ready' });
    // Meanwhile something may have been missed: perhaps after this page was read.
    if (this.#freshen() || !fresh) void this.#catchUp.run();
    else this.#catchUp.notice();
  }

  /** Whether there was something to catch up with; from now on there is not. */
  #freshen(): boolean {
    const stale = this.#stale;
    this.#stale = false;
    return stale;
  }

  #take(messages: readonly Message[]) {
    const changed = this.#history.timeline.add(messages);
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

  #publish(change: Partial<Pick<ConversationSnapshot, 'phase'>> = {}) {
    const { messages, events } = this.#history.timeline;
    const { outgoing } = this.#snapshot;
    this.#snapshot = {
      ...this.#snapshot,
      ...change,
      ...this.#history.further,
      messages,
      events,
      settled: this.#history.timeline.settled,
      readSeq: this.#history.readSeq,
      outgoing: this.#outbox.items,
    };
    if (this.#snapshot.outgoing !== outgoing) this.onOutgoing(this.#snapshot.outgoing);
    if (this.#snapshot.phase === 'ready' && messages !== this.#remembered) {
      this.#remembered = messages;
      this.#history.remember();
    }
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}

function asProblem(reason: unknown): Problem {
  return reason instanceof Problem ? reason : Problem.unreachable();
}
