import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/shared/api/problem';
import { message } from '../../../test/messages';
import { ConversationStore } from './conversation-store';
import { ModelServer } from './model-server.fixture';
import { ACKNOWLEDGE_MS } from './outbox';
import type { Outgoing, OutgoingImage } from './timeline';

const ME = 'u-ada';
const GAPS_ARE_GIVEN_UP_MS = 10_000;

const noJournal = { keep: () => undefined, forget: () => undefined };

const texts = (store: ConversationStore) => store.getSnapshot().messages.map(({ text }) => text);
const seqs = (store: ConversationStore) => store.getSnapshot().messages.map(({ seq }) => seq);

const picture = (): OutgoingImage => ({
  blob: new Blob(['x']),
  width: 4,
  height: 3,
  progress: 0,
  imageId: undefined,
});

function opened(server: ModelServer) {
  const store = new ConversationStore(ME, server, noJournal);
  server.attach(store);
  store.subscribe(() => undefined);
  return store;
}

beforeEach(() => {
  vi.useFakeTimers();
});

describe('ConversationStore', () => {
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

  it('does not take somebody else’s message with the same client id for the acknowledgement of ours', async () => {
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
    server.connected = false;
    const store = opened(server);
    await store.open();

    store.send('Soup?');
    await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_MS + 100);

    expect(texts(store)).toEqual(['Soup?']);
    expect(store.getSnapshot().outgoing).toEqual([]);
  });

  it('shows a failure, and sends the same message again on retry', async () => {
    const server = new ModelServer(ME);
    server.connected = false;
    server.reachable = false;
    const store = opened(server);
    const id = store.send('Soup?');
    await vi.advanceTimersByTimeAsync(ACKNOWLEDGE_MS + 100);
    expect(store.getSnapshot().outgoing).toMatchObject([{ clientMessageId: id, failure: 'unreachable' }]);

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
    expect(store.getSnapshot().outgoing).toMatchObject([{ failure: 'busy' }]);

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
    ['one', 'two', 'three'].forEach((text) => store.send(text));

    server.connected = true;
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

  it('fetches a gap', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    server.write('lost on the way', 'lose');
    server.write('arrives', 'push');

    await server.settle();

    expect(texts(store)).toEqual(['lost on the way', 'arrives']);
  });

  it('shows what came after a gap without waiting, and asks a few times only', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    server.skip();
    server.write('after the hole', 'push');
    await server.settle();
    expect(texts(store)).toEqual(['after the hole']);

    await vi.advanceTimersByTimeAsync(GAPS_ARE_GIVEN_UP_MS);
    const asked = server.fetches;
    await vi.advanceTimersByTimeAsync(10 * GAPS_ARE_GIVEN_UP_MS);

    expect(server.fetches).toBe(asked);
    expect(asked).toBeLessThanOrEqual(6);
  });

  it('finds the place of a message that turns up after its gap was given up', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    const late = server.skip();
    server.write('second', 'push');
    await vi.advanceTimersByTimeAsync(GAPS_ARE_GIVEN_UP_MS);

    server.fill(late, 'first after all');
    await server.settle();

    expect(texts(store)).toEqual(['first after all', 'second']);
  });

  it('fetches what was missed while away', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    for (let n = 1; n <= 250; n++) server.write(`n${n}`, 'lose');

    await Promise.all([store.resume(), server.settle()]);

    expect(seqs(store)).toHaveLength(250);
  });

  it('begins anew from the end when far too much was missed', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    await store.open();
    for (let n = 1; n <= 1_200; n++) server.write(`n${n}`, 'lose');

    await Promise.all([store.resume(), server.settle()]);

    expect(seqs(store).at(-1)).toBe(1_200);
    expect(store.getSnapshot().older).toBe('more');
  });

  it('waits with a conversation that nobody looks at until somebody does', async () => {
    const server = new ModelServer(ME);
    const store = opened(server);
    const elsewhere = new ConversationStore(ME, server, noJournal);
    await Promise.all([elsewhere.open(), store.open(), server.settle()]);
    server.write('missed', 'lose');

    await Promise.all([elsewhere.resume(), server.settle()]);
    expect(texts(elsewhere)).toEqual([]);

    await Promise.all([elsewhere.open(), server.settle()]);
    expect(texts(elsewhere)).toEqual(['missed']);
  });

  it('loads history page by page until its start', async () => {
    const server = new ModelServer(ME);
    for (let n = 1; n <= 70; n++) server.write(`n${n}`, 'lose');
    const store = opened(server);
    await Promise.all([store.open(), server.settle()]);
    expect(seqs(store)[0]).toBe(41);

    await Promise.all([store.loadOlder(), server.settle()]);
    await Promise.all([store.loadOlder(), server.settle()]);

    expect(seqs(store)).toHaveLength(70);
    expect(store.getSnapshot().older).toBe('none');
  });

  it('says why it could not be opened, and opens on the next try', async () => {
    const server = new ModelServer(ME);
    server.reachable = false;
    const store = opened(server);
    await Promise.all([store.open(), server.settle()]);
    expect(store.getSnapshot().phase).toEqual({ problem: expect.any(Problem) as Problem });

    server.reachable = true;
    await Promise.all([store.open(), server.settle()]);

    expect(store.getSnapshot().phase).toBe('ready');
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
    await vi.advanceTimersByTimeAsync(10_000);
    expect(texts(store)).toEqual(['two']);
    expect(store.getSnapshot().outgoing).toMatchObject([{ text: 'one', failure: 'text_refused' }]);
  });

  it('uploads an image before its message goes, shows how far it is, and lets nothing overtake it', async () => {
    const server = new ModelServer(ME);
    server.holdUploads = true;
    const store = opened(server);
    await store.open();
    store.send('look', picture());
    store.send('nice?');
    await server.settle();
    expect(server.stored).toEqual([]);

    server.uploads[0]?.(0.5);
    expect(store.getSnapshot().outgoing[0]?.image?.progress).toBe(0.5);
    server.uploads[0]?.(1);
    await server.settle();

    expect(texts(store)).toEqual(['look', 'nice?']);
  });

  it('stops an upload that is cancelled, and goes on with what is next', async () => {
    const server = new ModelServer(ME);
    server.holdUploads = true;
    const store = opened(server);
    await store.open();
    const id = store.send('look', picture());
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
    store.send('look', picture());
    await server.settle();
    expect(store.getSnapshot().outgoing).toMatchObject([{ failure: 'unreachable' }]);

    server.reachable = true;
    await vi.advanceTimersByTimeAsync(6_000);

    expect(texts(store)).toEqual(['look']);
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

  it('shows at once what this device has kept, and then what has come since', async () => {
    const server = new ModelServer(ME, () => 50);
    for (let n = 1; n <= 40; n++) server.write(`n${n}`, 'lose');
    server.kept = { items: server.stored.slice(20, 35), hasMore: true };
    const store = opened(server);

    await store.open();
    expect(seqs(store)).toHaveLength(15);
    expect(store.getSnapshot()).toMatchObject({ phase: 'ready', older: 'more' });

    await server.settle();
    expect(seqs(store)).toEqual(Array.from({ length: 20 }, (_, at) => at + 21));
  });
});

type Step =
  | { do: 'write'; fate: 'push' | 'lose' | 'twice' | 'late' }
  | { do: 'send' | 'hole' | 'fill' | 'disconnect' | 'reconnect' | 'older' | 'resync' | 'repeat' }
  | { do: 'wait'; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('push', 'lose', 'twice', 'late')
      .map((fate) => ({ do: 'write', fate }) as const),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'send' } as const) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('hole', 'fill', 'disconnect', 'reconnect', 'older', 'resync', 'repeat')
      .map((what) => ({ do: what }) as const),
  },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12_000 }).map((ms) => ({ do: 'wait', ms }) as const) },
);

describe('ConversationStore, whatever happens', () => {
  it('has each message exactly once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 0, max: 75 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 400 })),
        async (steps, before, delays) => {
          vi.clearAllTimers();
          const server = new ModelServer(ME, () => delays.next().value as number);
          for (let n = 0; n < before; n++) server.write(`history ${n}`, 'lose');
          const store = opened(server);
          const faults: string[] = [];
          store.subscribe(() => {
            faults.push(...faultsOf(store));
          });
          void store.open();

          for (const it of steps) await perform(it, store, server);

          server.connected = true;
          void store.resume();
          await vi.advanceTimersByTimeAsync(120_000);
          while (store.getSnapshot().older !== 'none') {
            void store.loadOlder();
            await vi.advanceTimersByTimeAsync(1_000);
          }
          expect(faults).toEqual([]);
          expect(store.getSnapshot().outgoing).toEqual([]);
          expect(store.getSnapshot().messages).toEqual(server.stored);
          store.dispose();
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
  });
});

async function perform(it: Step, store: ConversationStore, server: ModelServer) {
  switch (it.do) {
    case 'write':
      server.write('from ben', it.fate);
      break;
    case 'send':
      store.send('from me');
      break;
    case 'hole':
      server.skip();
      break;
    case 'fill':
      server.fillAny();
      break;
    case 'disconnect':
      server.connected = false;
      break;
    case 'reconnect':
      server.connected = true;
      void store.resume();
      break;
    case 'resync':
      void store.resume();
      break;
    case 'repeat':
      server.repeat();
      break;
    case 'older':
      void store.loadOlder();
      break;
    case 'wait':
      await vi.advanceTimersByTimeAsync(it.ms);
  }
}

/** Collected, not thrown: an exception in a watcher would end in the store's own error handling. */
function faultsOf(store: ConversationStore): string[] {
  const { messages, outgoing } = store.getSnapshot();
  const order = messages.map(({ seq }) => seq);
  const ascending = order.every((seq, at) => at === 0 || seq > (order[at - 1] ?? 0));
  const mine = [...messages.filter(({ senderId }) => senderId === ME), ...outgoing].map(
    (each) => each.clientMessageId,
  );
  return [
    ...(ascending ? [] : [`out of order: ${order.join()}`]),
    ...(new Set(mine).size === mine.length ? [] : [`twice: ${mine.join()}`]),
  ];
}
