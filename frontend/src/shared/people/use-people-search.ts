import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import { useSettled } from '@/shared/ui/use-settled';

const MOST_FOUND = 20;

/** Searches people by the beginning of a name or a whole e-mail address, once typing pauses. */
export function usePeopleSearch(api: Api, ownId: string, typed: string) {
  const query = useSettled(typed.trim());
  const search = useQuery({
    queryKey: ['people', query],
    queryFn: async ({ signal }) => {
      const page = await answer(
        api.GET('/api/v1/users', { params: { query: { query, limit: MOST_FOUND } }, signal }),
      );
      return page.items.filter((person) => person.id !== ownId);
    },
    enabled: query !== '',
    placeholderData: keepPreviousData,
    // Names change and people come: what was found a while ago is looked up anew.
    staleTime: 10_000,
    gcTime: 60_000,
  });
  return { query, search, settled: query === typed.trim() };
}
