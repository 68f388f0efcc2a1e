import { useSyncExternalStore } from 'react';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** The title of the page, with how many conversations have something new in front. */
export function useCountedTitle(title: string): string {
  const { conversations } = useSignedIn();
  const count = useSyncExternalStore(
    (watcher) => conversations.watch(watcher),
    () => conversations.all().filter(({ unread }) => unread > 0).length,
  );
  return count > 0 ? `(${count}) ${title}` : title;
}
