import { useKnownPeople } from '@/shared/chat/use-namesakes';
import { usePeopleSearch } from '@/shared/people/use-people-search';
import { useMessageSearch } from '@/shared/search/use-message-search';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useSettled } from '@/shared/ui/use-settled';

/** What else than conversations matches: people whom one has no conversation with, and messages. */
export function useResults(sought: string) {
  const { api, ownId } = useSignedIn();
  const known = useKnownPeople();
  const query = useSettled(sought.trim());
  const people = usePeopleSearch(api, ownId, sought);
  const { hits, search, searching } = useMessageSearch(query);
  const found = people.query === '' ? [] : (people.search.data ?? []);
  return {
    people: found.filter(({ id }) => !known.has(id)),
    hits,
    search,
    searching,
    waiting: searching || query !== sought.trim() || !people.settled || people.search.isFetching,
  };
}

export type Results = ReturnType<typeof useResults>;
