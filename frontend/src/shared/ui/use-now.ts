import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

function subscribe(watcher: () => void) {
  const timer = setInterval(watcher, MINUTE_MS);
  return () => {
    clearInterval(timer);
  };
}

/** The present minute: what is said of "today" turns over at midnight by itself. */
export function useNow(): Date {
  const minute = useSyncExternalStore(subscribe, () => Math.floor(Date.now() / MINUTE_MS));
  return new Date(minute * MINUTE_MS);
}
