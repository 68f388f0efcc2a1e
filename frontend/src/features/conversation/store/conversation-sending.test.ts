import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/shared/api/problem';
import { message } from '../../../../test/messages';
import { ConversationStore } from './conversation-store';
import { ME, opened, texts } from './conversation-store.fixture';
import { ModelServer } from './model-server.fixture';
import { ACKNOWLEDGE_MS } from './outbox';
import type { Outgoing } from './timeline';

beforeEach(() => {
  vi.useFakeTimers();
});

describe('what one writes', () => {
  it('shows our message at once, and once, when the server acknowledges it', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();

    const id = store.send('Soup?');
    expect(store.getSnapshot().outgoing).toMatchObject([{ text: 'Soup?', failure: undefined }]);

    await server.settle();
    expect(store.getSnapshot().outgoing).toEqual([]);
    expect(store.getSnapshot().messages).toMatchObject([{ text: 'Soup?', clientMessageId: id, seq: 1 }]);
  });

  it('does not take another user’s message with the same client id for the acknowledgement of ours', async () => {
    const server = new ModelServer(ME);
    server.connected = false;
    const store = opened(server);
    await store.open();
    const clientMessageId = store.send('mine');

    store.arrive(message({ seq: 1, senderId: 'u-ben', clientMessageId, text: 'his' }));

    expect(texts(store)).toEqual(['his']);
    expect(store.getSnapshot().outgoing).toHaveLength(1);
  });

  it('goes over REST when the socket does not answer', async () => {
    const server = new ModelServer(ME);
    server.deaf = true;
    const store = opened(server);
    await store.open();

    store.send('Soup?');
    await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_MS - 100);
    expect(texts(store)).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);

    expect(texts(store)).toEqual(['Soup?']);
    expect(store.getSnapshot().outgoing).toEqual([]);
  });

  it('goes over REST at once where there is no socket', async () => {
    const server = new ModelServer(ME);
    server.connected = false;
    const store = opened(server);
    await store.open();

    store.send('Soup?');
    await server.settle();

    expect(texts(store)).toEqual(['Soup?']);
    expect(store.getSnapshot().outgoing).toEqual([]);
  });

  it('waits without a network, which is no failure, and goes with the same id when asked to', async () => {
    const server = new ModelServer(ME);
    server.connected = false;
    server.reachable = false;
    const store = opened(server);
    const id = store.send('Soup?');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.getSnapshot().outgoing).toMatchObject([
      { clientMessageId: id, failure: undefined, waiting: true },
    ]);

    server.reachable = true;
    server.connected = true;
    store.retry(id);
    await server.settle();

    expect(server.stored).toMatchObject([{ clientMessageId: id }]);
    expect(store.getSnapshot().outgoing).toEqual([]);
  });

  it('sends again by itself after a reconnect what failed for the network, and not what was refused', async () => {
    const server = new ModelServer(ME);
    server.connected = false;
    server.reachable = false;
    const store = opened(server);
    store.send('lost');
    await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_MS + 100);
    server.reachable = true;
    server.connected = true;
    server.refused = 'refused';
    store.send('refused');
    await server.settle();

    await Promise.all([store.resume(), server.settle()]);

    expect(server.stored.map(({ text }) => text)).toEqual(['lost']);
    expect(store.getSnapshot().outgoing).toMatchObject([{ text: 'refused', failure: 'text_refused' }]);
  });

  it('goes over REST at once when the socket refuses, which says whether that is for good', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    server.refused = 'Soup?';
    server.refusal = new Problem(503, 'busy');

    store.send('Soup?');
    await server.settle();
    expect(store.getSnapshot().outgoing).toMatchObject([{ failure: undefined, waiting: true }]);

    server.refused = undefined;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts(store)).toEqual(['Soup?']);
    expect(store.getSnapshot().outgoing).toEqual([]);
  });

  it('keeps the order of what was written offline', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    server.connected = false;
    server.reachable = false;
    ['one', 'two', 'three'].forEach((text) => store.send(text));
    await server.settle();

    server.connected = true;
    server.reachable = true;
    await store.resume();
    await server.settle();

    expect(texts(store)).toEqual(['one', 'two', 'three']);
  });

  it('forgets a discarded message', async () => {
    const server = new ModelServer(ME);
    server.connected = false;
    const store = opened(server);
    const id = store.send('never mind');

    store.discard(id);
    await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_MS + 100);

    expect(store.getSnapshot().outgoing).toEqual([]);
    expect(server.stored).toEqual([]);
  });

  it('keeps the order over REST, too, one at a time', async () => {
    const server = new ModelServer(ME);
    server.connected = false;
    const store = opened(server);
    await store.open();
    ['one', 'two', 'three'].forEach((text) => store.send(text));

    await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_MS + 1_000);

    expect(texts(store)).toEqual(['one', 'two', 'three']);
  });

  it('lets nothing overtake what has failed for now, and everything what was refused', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    server.refused = 'one';
    server.refusal = new Problem(503, 'busy');
    server.connected = false;
    ['one', 'two'].forEach((text) => store.send(text));
    await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_MS + 1_000);
    expect(texts(store)).toEqual([]);

    server.refusal = new Problem(422, 'text_refused');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(texts(store)).toEqual(['two']);
    expect(store.getSnapshot().outgoing).toMatchObject([{ text: 'one', failure: 'text_refused' }]);
  });

  it('keeps in its journal what the server does not have, and nothing else', async () => {
    const server = new ModelServer(ME);
    const kept = new Map<string, Outgoing>();
    const store = new ConversationStore(ME, server, {
      keep: (outgoing) => kept.set(outgoing.clientMessageId, outgoing),
      forget: (id) => kept.delete(id),
    });
    server.attach(store);
    await store.open();
    server.connected = false;
    store.send('one');
    const id = store.send('two');
    expect([...kept.values()].map(({ text }) => text)).toEqual(['one', 'two']);

    store.discard(id);
    server.connected = true;
    await Promise.all([store.resume(), server.settle()]);

    expect(kept.size).toBe(0);
    expect(texts(store)).toEqual(['one']);
  });

  it('goes on after a reload with what was not sent, in its order', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    store.restore(
      ['one', 'two'].map((text) => ({
        clientMessageId: text,
        text,
        createdAt: '2025-01-01T00:00:00.000Z',
        failure: undefined,
      })),
    );

    await Promise.all([store.open(), server.settle()]);

    expect(texts(store)).toEqual(['one', 'two']);
  });
});
