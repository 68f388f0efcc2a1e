import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Conversation, Message, Mine, User } from '@/shared/api/model';
import type { AnsweredPage } from './cached-list';
import { CachedList } from './cached-list';
import type { Change } from './conversation-changes';
import type { Presence } from './conversation-changes';
import {
  afterDelivered,
  afterEntry,
  afterMessage,
  afterPresence,
  afterRead,
  afterRename,
  mayMoveSums,
  newerOf,
} from './conversation-changes';
import { HeardPresence } from './heard-presence';
import type { HeardChange } from './message-changes';
import { MineChanges } from './mine-changes';

/** The first page is what fills a screen, and is there at once; of the further ones there may be many. */
const FURTHER = 100;
/** What was fetched so short a time ago need not be fetched again. */
const FRESH_MS = 5_000;
/** How long receipts of a large group are gathered. */
const SUMS_MS = 3_000;

/** The conversations of the signed-in user, as last heard: fetched by page, and kept current by what is pushed. */
export class ConversationCache {
  readonly #queries: QueryClient;
  readonly #api: Api;
  readonly #ownId: string;
  readonly #presence = new HeardPresence();
  readonly #mine = new MineChanges();
  /** Large groups whose ticks are about to be asked for. */
  readonly #reviews = new Set<string>();
  /** When each was last fetched by itself. */
  readonly #fetchedAt = new Map<string, number>();
  readonly #main: CachedList;
  readonly #archive: CachedList;

  constructor(queries: QueryClient, api: Api, ownId: string) {
    this.#queries = queries;
    this.#api = api;
    this.#ownId = ownId;
    this.#main = new CachedList(queries, ownId, 'conversations', (after, signal) =>
      this.#page(after, false, signal),
    );
    this.#archive = new CachedList(queries, ownId, 'archive', (after, signal) =>
      this.#page(after, true, signal),
    );
  }

  /** The list without what is archived, pinned first, then latest activity first. */
  listOptions() {
    return this.#main.options();
  }

  archiveOptions() {
    return this.#archive.options();
  }

  /** One conversation; at once, when the list holds it. */
  oneOptions(id: string) {
    return queryOptions({
      queryKey: ['conversation', id],
      queryFn: async ({ signal }) => {
        const heardUpTo = this.#moment();
        const conversation = await answer(
          this.#api.GET('/api/v1/conversations/{conversationId}', {
            params: { path: { conversationId: id } },
            signal,
          }),
        );
        this.#fetchedAt.set(id, performance.now());
        return heardUpTo(conversation);
      },
      initialData: () => this.#find(id),
      structuralSharing: (known, arriving) =>
        newerOf(known as Conversation | undefined, arriving as Conversation, this.#ownId),
    });
  }

  get(id: string): Conversation | undefined {
    const open = this.#queries.getQueryData<Conversation>(['conversation', id]);
    const listed = this.#find(id);
    return listed === undefined ? open : newerOf(open, listed, this.#ownId);
  }

  /** A conversation is new, or has changed. */
  put(conversation: Conversation) {
    this.#mine.hear(conversation.id, conversation.mine);
    const seen = this.#mine.since(this.#mine.now, conversation);
    this.#set(newerOf(this.get(conversation.id), seen, this.#ownId));
  }

  /** One sees a conversation otherwise from now on; what is returned says whether the server agrees. */
  beginMine(id: string, change: Partial<Mine>): (agreed: boolean) => void {
    const before = this.get(id);
    if (before === undefined) return () => undefined;
    const end = this.#mine.begin(id, change);
    this.#set({ ...before, mine: { ...before.mine, ...change } });
    return (agreed) => {
      const known = this.get(id) ?? before;
      const mine = agreed ? known.mine : undone(known.mine, before.mine, change);
      end(mine);
      if (!agreed) this.#set({ ...known, mine });
    };
  }

  /** It is not the signed-in user's any more. */
  remove(id: string) {
    this.#main.remove(id);
    this.#archive.remove(id);
    this.#queries.removeQueries({ queryKey: ['conversation', id] });
    this.#queries.removeQueries({ queryKey: ['members', id] });
  }

  arrive(message: Message) {
    this.#follow(message.conversationId, (known) => afterMessage(known, message, this.#ownId));
  }

  /** An entry of the log that is no message, but may change one. */
  pass(conversationId: string, seq: number, change?: HeardChange) {
    this.#follow(conversationId, (known) => afterEntry(known, seq, this.#ownId, change));
  }

  /** `unread` is what is left for oneself after `seq`, where that is known: it saves asking. */
  read(conversationId: string, userId: string, seq: number, unread?: number) {
    this.#follow(conversationId, (known) => afterRead(known, userId, seq, this.#ownId, unread));
    this.#reviewSums(conversationId, userId, seq);
  }

  delivered(conversationId: string, userId: string, seq: number) {
    const known = this.get(conversationId);
    if (known !== undefined) this.#set(afterDelivered(known, userId, seq));
    this.#reviewSums(conversationId, userId, seq);
  }

  /** A user came online or went offline. */
  present(presence: Presence) {
    this.#presence.hear(presence);
    this.#setAll((known) => afterPresence(known, presence));
  }

  /** Calls back with the conversations of the list whenever they have changed. */
  watch(watcher: (conversations: readonly Conversation[]) => void): () => void {
    let reported = this.all();
    return this.#queries.getQueryCache().subscribe(({ type, query }) => {
      const [name] = query.queryKey as unknown[];
      const now = this.all();
      if (type !== 'updated' || name !== this.#main.key[0] || now === reported) return;
      reported = now;
      watcher(now);
    });
  }

  /** What this device has kept, until the server has said more. */
  restore(kept: Conversation[]) {
    if (kept.length === 0 || this.#main.isFetched) return;
    this.#main.restore(kept);
    kept.forEach((each) => {
      const key = ['conversation', each.id];
      const waiting = this.#queries.getQueryState(key);
      if (waiting !== undefined && waiting.data === undefined)
        this.#queries.setQueryData(key, each, { updatedAt: 1 });
    });
    void this.resync();
  }

  /** Those of the list, as far as they are known; the same array while nothing has changed. */
  all(): readonly Conversation[] {
    return this.#main.all();
  }

  rename(user: Pick<User, 'id' | 'name' | 'avatar'>) {
    this.#setAll((known) => afterRename(known, user));
  }

  /**
   * Events may have been missed: what is on screen is fetched again, and of a long list one page, then as one sees it. Fails
   * only on request.
   */
  async resync({ throwOnError = false } = {}): Promise<void> {
    await Promise.all([
      this.#main.refetch(throwOnError),
      this.#archive.refetch(throwOnError),
      this.#queries.invalidateQueries({ queryKey: ['conversation'] }, { throwOnError }),
    ]);
  }

  #follow(id: string, change: (known: Conversation) => Change) {
    const known = this.get(id);
    const changed = known && change(known);
    if (changed !== undefined) this.#set(changed.conversation);
    if (changed?.certain !== true) void this.refresh(id);
  }

  /** The conversation as the server knows it now, or knew it a moment ago. */
  async fresh(id: string): Promise<Conversation> {
    const known = this.get(id);
    if (known !== undefined && performance.now() - (this.#fetchedAt.get(id) ?? -Infinity) < FRESH_MS)
      return known;
    return this.#fetchNow(id);
  }

  async #fetchNow(id: string): Promise<Conversation> {
    const fetched = await this.#queries.query({ ...this.oneOptions(id), staleTime: 0 });
    this.put(fetched);
    return this.get(id) ?? fetched;
  }

  /** A thousand receipts of a large group are one question. */
  #reviewSums(id: string, userId: string, seq: number) {
    const known = this.get(id);
    if (known === undefined || userId === this.#ownId || this.#reviews.has(id)) return;
    if (!mayMoveSums(known, seq, this.#ownId)) return;
    this.#reviews.add(id);
    setTimeout(() => {
      this.#reviews.delete(id);
      void this.refresh(id);
    }, SUMS_MS);
  }

  /** Fetches a conversation anew. */
  async refresh(id: string): Promise<void> {
    try {
      await this.#fetchNow(id);
    } catch {
      // The next `ready` or `resync` fetches the list anew.
    }
  }

  async #page(after: string | null, archived: boolean, signal: AbortSignal): Promise<AnsweredPage> {
    const heardUpTo = this.#moment();
    const query = { ...(after !== null && { after, limit: FURTHER }), ...(archived && { archived }) };
    const page = await answer(this.#api.GET('/api/v1/conversations', { params: { query }, signal }));
    return { next: page.next, items: page.items.map(heardUpTo) };
  }

  /** Brings an answer that is asked for now up to what was heard while it was under way. */
  #moment(): (conversation: Conversation) => Conversation {
    const [presence, mine] = [this.#presence.now, this.#mine.now];
    return (conversation) => this.#mine.since(mine, this.#presence.since(presence, conversation));
  }

  /** In its list, and where it is open. */
  #set(conversation: Conversation) {
    const { archived } = conversation.mine;
    (archived ? this.#archive : this.#main).set(conversation);
    (archived ? this.#main : this.#archive).remove(conversation.id);
    this.#queries.setQueryData<Conversation>(
      ['conversation', conversation.id],
      (open) => open && conversation,
    );
  }

  #setAll(change: (known: Conversation) => Conversation) {
    this.#main.setAll(change);
    this.#archive.setAll(change);
    this.#queries.setQueriesData<Conversation>(
      { queryKey: ['conversation'] },
      (open) => open && change(open),
    );
  }

  #find(id: string): Conversation | undefined {
    return this.#main.find(id) ?? this.#archive.find(id);
  }
}

/** Without a change, where nothing else has changed since. */
function undone(now: Mine, before: Mine, change: Partial<Mine>): Mine {
  const mine = { ...now };
  for (const key of Object.keys(change) as (keyof Mine)[])
    if (now[key] === change[key]) Object.assign(mine, { [key]: before[key] });
  return mine;
}
