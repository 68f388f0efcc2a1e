import { useSyncExternalStore } from 'react';
import { isMuted, isUnread } from '@/shared/own-view/muted';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** The title of the page, with how many conversations that are not muted have something new in front. */
export function useCountedTitle(title: string): string {
  const { conversations } = useSignedIn();
  const count = useSyncExternalStore(
    (watcher) => conversations.watch(watcher),
    () => conversations.all().filter((each) => isUnread(each) && !isMuted(each)).length,
  );
  return count > 0 ? `(${count}) ${title}` : title;
}
