import type { QueryClient } from '@tanstack/react-query';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Conversation } from '@/shared/api/model';
import type { ConversationPage, ConversationPages, KnownConversations } from './conversation-pages';
import { afterAnswer, placeIn, withAll, withFirstPageOnly, withOne, withoutOne } from './conversation-pages';

const NONE: readonly Conversation[] = [];

/** A page as the server answers it. */
export interface AnsweredPage {
  items: Conversation[];
  next: string | null;
}

type FetchPage = (after: string | null, signal: AbortSignal) => Promise<AnsweredPage>;

/** One list of conversations in the query cache, fetched by page and kept current by what is pushed. */
export class CachedList {
  readonly key: readonly [string];
  readonly #queries: QueryClient;
  readonly #ownId: string;
  readonly #fetchPage: FetchPage;
  /** Those that something was heard of since the first page was asked for: what it does not hold of them is no news. */
  readonly #pushed = new Set<string>();

  constructor(queries: QueryClient, ownId: string, key: string, fetchPage: FetchPage) {
    this.#queries = queries;
    this.#ownId = ownId;
    this.key = [key];
    this.#fetchPage = fetchPage;
  }

  options() {
    return infiniteQueryOptions({
      queryKey: this.key,
      queryFn: async ({ pageParam, signal }): Promise<ConversationPage> => {
        if (pageParam === null) this.#pushed.clear();
        const { items, next } = await this.#fetchPage(pageParam, signal);
        const last = items.at(-1);
        return { items, next, end: last && placeIn(last) };
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

  /** As far as they are known; the same array while nothing has changed. */
  all(): readonly Conversation[] {
    return this.#data()?.known ?? NONE;
  }

  find(id: string): Conversation | undefined {
    return this.all().find((each) => each.id === id);
  }

  get isFetched(): boolean {
    return this.#data() !== undefined;
  }

  set(conversation: Conversation) {
    this.#pushed.add(conversation.id);
    this.#update((list) => withOne(list, conversation));
  }

  remove(id: string) {
    this.#pushed.add(id);
    this.#update((list) => withoutOne(list, id));
  }

  setAll(change: (known: Conversation) => Conversation) {
    this.#update((list) => withAll(list, change));
  }

  /** What this device has kept, as old as can be: it is fetched anew as soon as it can be. */
  restore(kept: readonly Conversation[]) {
    const nothing: ConversationPage = { items: [], next: null, end: undefined };
    const data: KnownConversations = { pages: [nothing], pageParams: [null], known: kept };
    this.#queries.setQueryData(this.key, data, { updatedAt: 1 });
  }

  /** Of a long list one page is fetched again, and the others as one sees them. */
  async refetch(throwOnError: boolean): Promise<void> {
    const list = this.#data();
    if (list !== undefined && list.pages.length > 1)
      this.#queries.setQueryData(this.key, withFirstPageOnly(list));
    await this.#queries.invalidateQueries({ queryKey: this.key }, { throwOnError });
  }

  #data(): KnownConversations | undefined {
    return this.#queries.getQueryData<KnownConversations>(this.key);
  }

  #update(change: (list: KnownConversations) => KnownConversations) {
    this.#queries.setQueryData<KnownConversations>(this.key, (list) => list && change(list));
  }
}

function isKnown(data: ConversationPages | KnownConversations): data is KnownConversations {
  return 'known' in data;
}
