/**
 * Keeps the app's own files, so that it opens without a network. It never touches the API: what people said is kept by the
 * app itself, for the one who is signed in, and is wiped when they leave.
 */
const CACHE = `natter-shell-${'__VERSION__'}`;
const SHELL = [/* __SHELL__ */];
const TIMEOUT_MS = 3_000;

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
  const late = new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS, kept));
  const fresh = fetch(request).then((answer) => (answer.status < 500 ? answer : kept));
  return Promise.race([fresh.catch(() => kept), late]);
}

async function file(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}

/** What was pushed while no client was visible. */
addEventListener('push', (event) => {
  event.waitUntil(pushed(event.data?.json() ?? {}));
});

async function pushed({ type, conversationId, seq, senderName, title, text, attachment, fileName }) {
  if (typeof conversationId !== 'string') return;
  if (type === 'read') {
    const shown = await registration.getNotifications({ tag: conversationId });
    shown.filter(({ data }) => !(data?.seq > seq)).forEach((notification) => notification.close());
  }
  if (type !== 'message') return;
  const words = await wordsOfApp();
  const held = { voice: words.voice, file: words.file.replace('{name}', () => fileName ?? '') };
  const said = text ?? held[attachment] ?? words.picture;
  await registration.showNotification(title ?? senderName ?? 'Natter', {
    body: title === undefined ? said : words.said.replace('{name}', senderName ?? '').replace('{text}', said),
    tag: conversationId,
    renotify: true,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    // Where the platform has a field for it; elsewhere a button that opens the conversation.
    actions: [{ action: 'reply', type: 'text', title: words.reply }],
    data: { path: `/c/${encodeURIComponent(conversationId)}`, conversationId, seq },
  });
}

/** The app leaves its words in its language; see worker-words.ts. */
async function wordsOfApp() {
  const english = {
    picture: 'Picture',
    voice: 'Voice message',
    file: 'File: {name}',
    said: '{name}: {text}',
    reply: 'Reply',
    notSent: 'Your reply was not sent.',
  };
  const kept = await caches.match('/words.json', { cacheName: 'natter-words' });
  return { ...english, ...(await kept?.json().catch(() => undefined)) };
}

/** Sends what was typed into a notification. The refresh cookie says who sends; another tab may refresh at the same time. */
async function reply({ conversationId, path, seq }, text) {
  const clientMessageId = crypto.randomUUID();
  const sent = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
    .then((answer) => answer.json())
    .then(({ accessToken }) =>
      fetch(`/api/v1/conversations/${encodeURIComponent(conversationId)}/messages`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ clientMessageId, text }),
      }),
    )
    .then((answer) => answer.ok)
    .catch(() => false);
  if (sent) return;
  const { notSent } = await wordsOfApp();
  await registration.showNotification(notSent, {
    body: text,
    tag: conversationId,
    data: { path, conversationId, seq },
  });
}

/** A notification leads to its conversation: in a window that is open, or else in a new one. */
addEventListener('notificationclick', (event) => {
  const { data } = event.notification;
  event.notification.close();
  event.waitUntil(
    event.action === 'reply' && event.reply ? reply(data, event.reply) : lead(data?.path ?? '/'),
  );
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
