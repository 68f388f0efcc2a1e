const CACHE = 'natter-words';
const PATH = '/words.json';

/** What the service worker says in a notification: it runs without the app, and knows no language. */
export interface WorkerWords {
  picture: string;
  voice: string;
  /** With `{name}`. */
  file: string;
  /** With `{name}` and `{text}`. */
  said: string;
  reply: string;
  notSent: string;
}

/** Leaves the words for the service worker. Fails silently where there is no cache: then it speaks English. */
export async function leaveWords(words: WorkerWords): Promise<void> {
  if (!('caches' in globalThis)) return;
  const cache = await caches.open(CACHE).catch(() => undefined);
  await cache?.put(PATH, new Response(JSON.stringify(words))).catch(() => undefined);
}
