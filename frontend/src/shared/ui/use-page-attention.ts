import { useSyncExternalStore } from 'react';

function subscribe(watcher: () => void) {
  addEventListener('focus', watcher);
  addEventListener('blur', watcher);
  document.addEventListener('visibilitychange', watcher);
  return () => {
    removeEventListener('focus', watcher);
    removeEventListener('blur', watcher);
    document.removeEventListener('visibilitychange', watcher);
  };
}

/** Whether the page is looked at: it is visible and has the focus. */
export function usePageAttention(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible' && document.hasFocus());
}
