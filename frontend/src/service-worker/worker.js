/**
 * Keeps the app's own files, so that it opens without a network. It never touches the API: what people said is kept by the
 * app itself, for the one who is signed in, and is wiped when they leave.
 */
const CACHE = `natter-shell-${'__VERSION__'}`;
const SHELL = [/* __SHELL__ */];
const PATIENCE_MS = 3_000;

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

addEventListener('activate', (event) => {
  // Only now is no page left that may still need a file of the version before.
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('natter-shell-') && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/api/') || url.pathname.startsWith('/.well-known/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (SHELL.includes(url.pathname)) event.respondWith(file(request));
});

/** Every address of the app is the same page: the server's if it comes soon, else the one kept. */
async function page(request) {
  const kept = await caches.match('/index.html', { cacheName: CACHE });
  if (kept === undefined) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  const fresh = fetch(request).then((answer) => (answer.status < 500 ? answer : kept));
  return Promise.race([fresh.catch(() => kept), late]);
}

async function file(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}

/** A notification leads to its conversation: in a window that is open, or else in a new one. */
addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data?.path ?? '/'));
});

async function lead(path) {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find(({ visibilityState }) => visibilityState === 'visible') ?? windows[0];
  if (open === undefined) {
    await clients.openWindow(path);
    return;
  }
  open.postMessage({ type: 'natter.open', path });
  await open.focus();
}
