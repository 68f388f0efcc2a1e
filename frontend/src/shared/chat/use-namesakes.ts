import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import type { Named } from './namesakes';
import { companions, namesakesIn } from './namesakes';

/** Those one talks with in conversations of two, by their ids. */
export function useKnownPeople(): ReadonlyMap<string, Named> {
  const { conversations, ownId } = useSignedIn();
  const { data } = useInfiniteQuery({ ...conversations.listOptions(), enabled: false });
  const known = data?.known;
  return useMemo(
    () => new Map(companions(known ?? [], ownId).map((each) => [each.id, each])),
    [known, ownId],
  );
}

/** Those among them who share their name with another of them. */
export function useNamesakes(): ReadonlySet<string> {
  const known = useKnownPeople();
  return useMemo(() => namesakesIn(known.values()), [known]);
}
