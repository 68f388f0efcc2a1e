import type { QueryClient } from '@tanstack/react-query';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Conversation, Message, User } from '@/shared/api/model';
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
import type { ConversationPage, ConversationPages, KnownConversations } from './conversation-pages';
import { afterAnswer, withAll, withFirstPageOnly, withOne } from './conversation-pages';
import { HeardPresence } from './heard-presence';

const LIST = ['conversations'];
/** The first page is what fills a screen, and is there at once; of the further ones there may be many. */
const FURTHER = 100;
/** What was fetched so short a time ago need not be fetched again. */
const FRESH_MS = 5_000;
/** How long receipts of a large group are gathered. */
const SUMS_MS = 3_000;
const NONE: readonly Conversation[] = [];

/** The conversations of the signed-in user, as last heard: fetched by page, and kept current by what is pushed. */
export class ConversationCache {
  readonly #queries: QueryClient;
  readonly #api: Api;
  readonly #ownId: string;
  readonly #presence = new HeardPresence();
  /** Those that something was heard of since the first page was asked for: what it does not hold of them is no news. */
  readonly #pushed = new Set<string>();
  /** Large groups whose ticks are about to be asked for. */
  readonly #reviews = new Set<string>();

  /** When each was last fetched by itself. */
  readonly #fetchedAt = new Map<string, number>();

  constructor(queries: QueryClient, api: Api, ownId: string) {
    this.#queries = queries;
    this.#api = api;
    this.#ownId = ownId;
  }

  /** The list, latest activity first. */
  listOptions() {
    return infiniteQueryOptions({
      queryKey: LIST,
      queryFn: async ({ pageParam, signal }): Promise<ConversationPage> => {
        const asked = this.#presence.now;
        if (pageParam === null) this.#pushed.clear();
        const page = await answer(
          this.#api.GET('/api/v1/conversations', {
            params: { query: pageParam === null ? {} : { after: pageParam, limit: FURTHER } },
            signal,
          }),
        );
        return {
          next: page.next,
          end: page.items.at(-1)?.updatedAt,
          items: page.items.map((each) => this.#presence.since(asked, each)),
        };
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page: ConversationPage) => page.next,
      structuralSharing: (known, arriving) =>
        isKnown(arriving as ConversationPages)
          ? arriving
          : afterAnswer(
              known as KnownConversations | undefined,
              arriving as ConversationPages,
              this.#pushed,
              this.#ownId,
            ),
      // What is stored is always what the line above made of it.
      select: (data) => data as KnownConversations,
    });
  }

  /** One conversation; at once, when the list holds it. */
  oneOptions(id: string) {
    return queryOptions({
      queryKey: ['conversation', id],
      queryFn: async ({ signal }) => {
        const asked = this.#presence.now;
        const conversation = await answer(
          this.#api.GET('/api/v1/conversations/{conversationId}', {
            params: { path: { conversationId: id } },
            signal,
          }),
        );
        this.#fetchedAt.set(id, performance.now());
        return this.#presence.since(asked, conversation);
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
    this.#set(newerOf(this.get(conversation.id), conversation, this.#ownId));
  }

  arrive(message: Message) {
    this.#follow(message.conversationId, (known) => afterMessage(known, message, this.#ownId));
  }

  /** An entry of the log that is no message. */
  pass(conversationId: string, seq: number) {
    this.#follow(conversationId, (known) => afterEntry(known, seq));
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

  /** Somebody came or went. */
  present(presence: Presence) {
    this.#presence.hear(presence);
    this.#setAll((known) => afterPresence(known, presence));
  }

  /** Calls back with the conversations of the list whenever they have changed. */
  watch(watcher: (conversations: readonly Conversation[]) => void): () => void {
    let told = this.all();
    return this.#queries.getQueryCache().subscribe(({ type, query }) => {
      const [name] = query.queryKey as unknown[];
      const now = this.all();
      if (type !== 'updated' || name !== LIST[0] || now === told) return;
      told = now;
      watcher(now);
    });
  }

  /** What this device has kept, until the server has said more. */
  restore(kept: Conversation[]) {
    if (kept.length === 0 || this.#list() !== undefined) return;
    // As old as can be: it is fetched anew as soon as it can be.
    const nothing: ConversationPage = { items: [], next: null, end: undefined };
    const data: KnownConversations = { pages: [nothing], pageParams: [null], known: kept };
    this.#queries.setQueryData(LIST, data, { updatedAt: 1 });
    kept.forEach((each) => {
      const key = ['conversation', each.id];
      const waiting = this.#queries.getQueryState(key);
      if (waiting !== undefined && waiting.data === undefined)
        this.#queries.setQueryData(key, each, { updatedAt: 1 });
    });
    void this.resync();
  }

  /** Those of the list, as far as they are known, latest activity first; the same array while nothing has changed. */
  all(): readonly Conversation[] {
    return this.#list()?.known ?? NONE;
  }

  rename(user: Pick<User, 'id' | 'name'>) {
    this.#setAll((known) => afterRename(known, user.id, user.name));
  }

  /**
   * Events may have been missed: what is on screen is fetched again, and of a long list one page, then as one sees it. Fails
   * only when it is told to.
   */
  async resync({ throwOnError = false } = {}): Promise<void> {
    const list = this.#list();
    if (list !== undefined && list.pages.length > 1)
      this.#queries.setQueryData(LIST, withFirstPageOnly(list));
    await Promise.all([
      this.#queries.invalidateQueries({ queryKey: LIST }, { throwOnError }),
      this.#queries.invalidateQueries({ queryKey: ['conversation'] }, { throwOnError }),
    ]);
  }

  #follow(id: string, change: (known: Conversation) => Change) {
    const known = this.get(id);
    const changed = known && change(known);
    if (changed !== undefined) this.#set(changed.conversation);
    if (changed?.certain !== true) void this.#fetch(id);
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
      void this.#fetch(id);
    }, SUMS_MS);
  }

  async #fetch(id: string) {
    try {
      await this.#fetchNow(id);
    } catch {
      // The next `ready` or `resync` fetches the list anew.
    }
  }

  /** In the list, wherever it has been there, and where it is open. */
  #set(conversation: Conversation) {
    this.#pushed.add(conversation.id);
    this.#queries.setQueryData<KnownConversations>(LIST, (list) => list && withOne(list, conversation));
    this.#queries.setQueryData<Conversation>(
      ['conversation', conversation.id],
      (open) => open && conversation,
    );
  }

  #setAll(change: (known: Conversation) => Conversation) {
    this.#queries.setQueryData<KnownConversations>(LIST, (list) => list && withAll(list, change));
    this.#queries.setQueriesData<Conversation>(
      { queryKey: ['conversation'] },
      (open) => open && change(open),
    );
  }

  #list(): KnownConversations | undefined {
    return this.#queries.getQueryData<KnownConversations>(LIST);
  }

  #find(id: string): Conversation | undefined {
    return this.all().find((each) => each.id === id);
  }
}

function isKnown(data: ConversationPages | KnownConversations): data is KnownConversations {
  return 'known' in data;
}
