/** Calls back with the path that a notification leads to, when the service worker reports a click. */
export function onNoticeClick(go: (path: string) => void): () => void {
  const hear = (event: MessageEvent<{ type?: unknown; path?: unknown }>) => {
    const { type, path } = event.data;
    if (type === 'natter.open' && typeof path === 'string' && path.startsWith('/c/')) go(path);
  };
  const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  container?.addEventListener('message', hear);
  return () => {
    container?.removeEventListener('message', hear);
  };
}
