import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Conversation, Message, User } from '@/shared/api/model';
import type { Change } from './conversation-changes';
import type { Presence } from './conversation-changes';
import {
  afterDelivered,
  afterMessage,
  afterPresence,
  afterRead,
  afterRename,
  newerOf,
} from './conversation-changes';
import { HeardPresence } from './heard-presence';

interface ConversationPage {
  items: Conversation[];
  next: string | null;
}

type ConversationPages = InfiniteData<ConversationPage, string | null>;

/** The conversations of the signed-in user, as last heard: fetched by page, and kept current by what is pushed. */
export class ConversationCache {
  readonly #queries: QueryClient;
  readonly #api: Api;
  readonly #ownId: string;
  readonly #presence = new HeardPresence();

  constructor(queries: QueryClient, api: Api, ownId: string) {
    this.#queries = queries;
    this.#api = api;
    this.#ownId = ownId;
  }

  /** The list, latest activity first. */
  listOptions() {
    return infiniteQueryOptions({
      queryKey: ['conversations'],
      queryFn: async ({ pageParam, signal }) => {
        const asked = this.#presence.now;
        const page = await answer(
          this.#api.GET('/api/v1/conversations', {
            params: { query: pageParam === null ? {} : { after: pageParam } },
            signal,
          }),
        );
        return { ...page, items: page.items.map((each) => this.#presence.since(asked, each)) };
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page: ConversationPage) => page.next,
      structuralSharing: (known, arriving) =>
        this.#keepNewer(known as ConversationPages | undefined, arriving as ConversationPages),
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
        return this.#presence.since(asked, conversation);
      },
      initialData: () => this.#find(id),
      structuralSharing: (known, arriving) =>
        newerOf(known as Conversation | undefined, arriving as Conversation, this.#ownId),
    });
  }

  get(id: string): Conversation | undefined {
    return this.#queries.getQueryData<Conversation>(['conversation', id]) ?? this.#find(id);
  }

  /** A conversation is new, or has changed. */
  put(conversation: Conversation) {
    const { id } = conversation;
    if (this.#find(id) === undefined) this.#prepend(newerOf(this.get(id), conversation, this.#ownId));
    this.#update(id, (known) => newerOf(known, conversation, this.#ownId));
  }

  arrive(message: Message) {
    this.#follow(message.conversationId, (known) => afterMessage(known, message, this.#ownId));
  }

  /** `unread` is what is left for oneself after `seq`, where that is known: it saves asking. */
  read(conversationId: string, userId: string, seq: number, unread?: number) {
    this.#follow(conversationId, (known) => afterRead(known, userId, seq, this.#ownId, unread));
  }

  delivered(conversationId: string, userId: string, seq: number) {
    this.#update(conversationId, (known) => afterDelivered(known, userId, seq));
  }

  /** Somebody came or went. */
  present(presence: Presence) {
    this.#presence.hear(presence);
    this.#updateAll((known) => afterPresence(known, presence));
  }

  /** Calls back with the conversations of the list whenever they have changed. */
  watch(watcher: (conversations: readonly Conversation[]) => void): () => void {
    return this.#queries.getQueryCache().subscribe(({ type, query }) => {
      const [name] = query.queryKey as unknown[];
      if (type === 'updated' && name === 'conversations') watcher(this.all());
    });
  }

  /** What this device has kept, until the server has said more. */
  restore(kept: Conversation[]) {
    if (kept.length === 0 || this.#queries.getQueryData(['conversations']) !== undefined) return;
    // As old as can be: it is fetched anew as soon as it can be.
    const data: ConversationPages = { pages: [{ items: kept, next: null }], pageParams: [null] };
    this.#queries.setQueryData(['conversations'], data, { updatedAt: 1 });
    kept.forEach((each) => {
      const key = ['conversation', each.id];
      const waiting = this.#queries.getQueryState(key);
      if (waiting !== undefined && waiting.data === undefined)
        this.#queries.setQueryData(key, each, { updatedAt: 1 });
    });
    void this.resync();
  }

  /** Those of the list, as far as it was loaded. */
  all(): Conversation[] {
    const data = this.#queries.getQueryData<ConversationPages>(['conversations']);
    return data === undefined ? [] : inOrder(data);
  }

  rename(user: Pick<User, 'id' | 'name'>) {
    this.#updateAll((known) => afterRename(known, user.id, user.name));
  }

  /** Events may have been missed: everything on screen is fetched again. */
  async resync(): Promise<void> {
    await Promise.all([
      this.#queries.invalidateQueries({ queryKey: ['conversations'] }),
      this.#queries.invalidateQueries({ queryKey: ['conversation'] }),
    ]);
  }

  #follow(id: string, change: (known: Conversation) => Change) {
    const known = this.get(id);
    const certain = known !== undefined && change(known).certain;
    if (known !== undefined) this.#update(id, (each) => change(each).conversation);
    if (!certain) void this.#fetch(id);
  }

  async #fetch(id: string) {
    try {
      this.put(await this.#queries.query({ ...this.oneOptions(id), staleTime: 0 }));
    } catch {
      // The next `ready` or `resync` fetches the list anew.
    }
  }

  #update(id: string, change: (known: Conversation) => Conversation) {
    this.#updateAll((known) => (known.id === id ? change(known) : known));
  }

  #updateAll(change: (known: Conversation) => Conversation) {
    this.#queries.setQueryData<ConversationPages>(['conversations'], (data) =>
      data === undefined ? undefined : mapped(data, change),
    );
    this.#queries.setQueriesData<Conversation>({ queryKey: ['conversation'] }, (known) =>
      known === undefined ? undefined : change(known),
    );
  }

  #prepend(conversation: Conversation) {
    this.#queries.setQueryData<ConversationPages>(['conversations'], (data) => {
      const [first, ...rest] = data?.pages ?? [];
      if (data === undefined || first === undefined) return data;
      return { ...data, pages: [{ ...first, items: [conversation, ...first.items] }, ...rest] };
    });
  }

  #find(id: string): Conversation | undefined {
    const data = this.#queries.getQueryData<ConversationPages>(['conversations']);
    return data?.pages.flatMap((page) => page.items).find((each) => each.id === id);
  }

  #keepNewer(known: ConversationPages | undefined, arriving: ConversationPages): ConversationPages {
    const before = new Map(known?.pages.flatMap((page) => page.items).map((each) => [each.id, each]));
    const pages = arriving.pages.map((page) => ({
      ...page,
      items: page.items.map((each) => newerOf(before.get(each.id), each, this.#ownId)),
    }));
    return { ...arriving, pages };
  }
}

/** What changes nothing leaves every part the same, so that nothing is drawn again. */
function mapped(data: ConversationPages, change: (known: Conversation) => Conversation): ConversationPages {
  const pages = data.pages.map((page) => {
    const items = page.items.map(change);
    return items.every((each, at) => each === page.items[at]) ? page : { ...page, items };
  });
  return pages.every((page, at) => page === data.pages[at]) ? data : { ...data, pages };
}

/** Each conversation once, latest activity first: pages fetched at different times may overlap. */
export function inOrder({ pages }: Pick<ConversationPages, 'pages'>): Conversation[] {
  const byId = new Map<string, Conversation>();
  for (const conversation of pages.flatMap((page) => page.items)) {
    const known = byId.get(conversation.id);
    if (known === undefined || known.updatedAt < conversation.updatedAt)
      byId.set(conversation.id, conversation);
  }
  return [...byId.values()].sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
}
