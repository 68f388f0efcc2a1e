import type { LiveConnection } from './live-connection';

/** Lets the server know, over each connection, whether a person can see the app: then it pushes nothing. */
export function followVisibility(live: LiveConnection): () => void {
  const say = () => live.send({ type: 'visible', visible: document.visibilityState === 'visible' });
  let isOpen = false;
  const end = live.subscribe(() => {
    const wasOpen = isOpen;
    isOpen = live.getSnapshot() === 'open';
    if (isOpen && !wasOpen) say();
  });
  document.addEventListener('visibilitychange', say);
  return () => {
    end();
    document.removeEventListener('visibilitychange', say);
  };
}
