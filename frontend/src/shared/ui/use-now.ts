import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

function subscribe(watcher: () => void) {
  const timer = setInterval(watcher, MINUTE_MS);
  return () => {
    clearInterval(timer);
  };
}

let present = new Date(0);

/** The same thing for as long as the minute lasts: rows that are given it are drawn again when it is another one. */
function presentMinute(): Date {
  const began = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  if (present.getTime() !== began) present = new Date(began);
  return present;
}

/** The present minute: what is said of "today" turns over at midnight by itself. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, presentMinute);
}
