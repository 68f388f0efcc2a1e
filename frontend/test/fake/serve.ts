import { http, ws } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { STORE } from './fake-images';
import type { FakeNatter, Jar } from './fake-natter';
import { tokenIn } from './token-in';

/** Puts a fake behind this page's fetch and WebSocket; `current` says which. */
export function serve(current: () => { fake: FakeNatter; jar: Jar }) {
  const socket = ws.link('ws://*/api/v1/socket');
  const server = setupServer(
    http.all(`${STORE}/*`, ({ request }) => current().fake.images.handle(request)),
    http.all('*/api/v1/*', ({ request }) => current().fake.handle(request, current().jar)),
    socket.addEventListener('connection', ({ client, info }) => {
      const { fake } = current();
      const end = {
        send: (data: string) => {
          client.send(data);
        },
        close: (code: number) => {
          client.close(code);
        },
      };
      if (!fake.connect(end, tokenIn(info.protocols))) {
        client.close(1012);
        return;
      }
      client.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') fake.receive(end, data);
      });
      client.addEventListener('close', () => {
        fake.disconnect(end);
      });
    }),
  );
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' });
  });
  afterEach(() => {
    server.resetHandlers();
  });
  afterAll(() => {
    server.close();
  });
}
