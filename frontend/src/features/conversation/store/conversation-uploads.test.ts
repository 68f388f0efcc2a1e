import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ME, opened, picture, texts } from './conversation-store.fixture';
import { ModelServer } from './model-server.fixture';

beforeEach(() => {
  vi.useFakeTimers();
});

describe('an image on its way', () => {
  it('uploads an image before its message goes, shows how far it is, and lets nothing overtake it', async () => {
    const server = new ModelServer(ME);
    server.holdUploads = true;
    const store = opened(server);
    await store.open();
    store.send('look', { attachment: picture() });
    store.send('nice?');
    await server.settle();
    expect(server.stored).toEqual([]);

    server.uploads[0]?.(0.5);
    expect(store.getSnapshot().outgoing[0]?.attachment?.progress).toBe(0.5);
    server.uploads[0]?.(1);
    await server.settle();

    expect(texts(store)).toEqual(['look', 'nice?']);
  });

  it('stops an upload that is cancelled, and goes on with what is next', async () => {
    const server = new ModelServer(ME);
    server.holdUploads = true;
    const store = opened(server);
    await store.open();
    const id = store.send('look', { attachment: picture() });
    store.send('never mind');
    await server.settle();

    store.discard(id);
    await server.settle();

    expect(texts(store)).toEqual(['never mind']);
    expect(store.getSnapshot().outgoing).toEqual([]);
  });

  it('uploads again by itself when the network comes back', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    server.reachable = false;
    store.send('look', { attachment: picture() });
    await server.settle();
    expect(store.getSnapshot().outgoing).toMatchObject([{ failure: undefined, waiting: true }]);

    server.reachable = true;
    await vi.advanceTimersByTimeAsync(6_000);

    expect(texts(store)).toEqual(['look']);
  });
});
