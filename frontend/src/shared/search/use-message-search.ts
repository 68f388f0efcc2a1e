import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer } from '@/shared/api/api';
import type { SearchHit } from '@/shared/api/model';
import { useSignedIn } from '@/shared/signed-in/signed-in';

const PAGE = 20;
/** A page may be empty and yet not be the last: so many are gone through before one is asked to go on. */
const MOST_EMPTY = 5;
const NONE: readonly SearchHit[] = [];

/** Messages in which every word of the query begins a word, newest first; of one conversation, or of all. */
export function useMessageSearch(query: string, conversationId?: string) {
  const { api } = useSignedIn();
  const search = useInfiniteQuery({
    queryKey: ['search', conversationId ?? null, query],
    queryFn: async ({ pageParam, signal }) =>
      answer<{ items: SearchHit[]; next: string | null }>(
        api.GET('/api/v1/search/messages', {
          params: {
            query: {
              query,
              limit: PAGE,
              ...(conversationId !== undefined && { conversationId }),
              ...(pageParam !== null && { before: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: query !== '',
    // What is written meanwhile is found when one looks again.
    staleTime: 10_000,
    gcTime: 60_000,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = search;
  const hits = data === undefined ? NONE : data.pages.flatMap(({ items }) => items);
  const pages = data?.pages.length ?? 0;
  const goesOn = hits.length === 0 && hasNextPage && pages < MOST_EMPTY && !isFetching && !isError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return { hits, search, searching: query !== '' && (isFetching || goesOn) };
}
