import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationStore } from './conversation-store';
import { ME, opened } from './conversation-store.fixture';
import type { Fate } from './model-server.fixture';
import { ModelServer } from './model-server.fixture';

beforeEach(() => {
  vi.useFakeTimers();
});

type Step =
  | { do: 'write' | 'pass' | 'retitle'; fate: Fate }
  | { do: 'change'; choice: number; fate: Fate }
  | {
      do: 'send' | 'disconnect' | 'reconnect' | 'older' | 'newer' | 'latest' | 'resync' | 'repeat';
    }
  | { do: 'wait'; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('push', 'lose', 'twice', 'late')
      .map((fate) => ({ do: 'write', fate }) as const),
  },
  ...(['pass', 'retitle'] as const).map((what) => ({
    weight: 1,
    arbitrary: fc.constantFrom('push', 'lose', 'twice', 'late').map((fate) => ({ do: what, fate }) as const),
  })),
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      choice: fc.nat(1_000),
      fate: fc.constantFrom('push', 'lose', 'twice', 'late'),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'send' } as const) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('disconnect', 'reconnect', 'older', 'newer', 'latest', 'resync', 'repeat')
      .map((what) => ({ do: what }) as const),
  },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12_000 }).map((ms) => ({ do: 'wait', ms }) as const) },
);

describe('ConversationStore, whatever happens', () => {
  it('has each message and each change of the group exactly once, in order, and messages in their present state', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 0, max: 300 }),
        fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
        fc.infiniteStream(fc.integer({ min: 0, max: 400 })),
        async (steps, before, readTo, delays) => {
          vi.clearAllTimers();
          const server = new ModelServer(ME, () => delays.next().value as number);
          for (let n = 0; n < before; n++) {
            if (n % 7 === 3) server.pass('lose');
            else if (n % 7 === 6) server.retitle('lose');
            else if (n % 7 === 5) server.change(n * 31, 'lose');
            else server.write(`history ${n}`, 'lose');
          }
          if (readTo !== undefined && readTo < before) server.readTo = readTo;
          const store = opened(server);
          const faults: string[] = [];
          store.subscribe(() => {
            faults.push(...faultsOf(store, server));
          });
          void store.open();

          for (const it of steps) await perform(it, store, server);

          server.connected = true;
          void store.resume();
          await vi.advanceTimersByTimeAsync(120_000);
          while (store.getSnapshot().newer !== 'none') {
            void store.loadNewer();
            await vi.advanceTimersByTimeAsync(1_000);
          }
          await vi.advanceTimersByTimeAsync(30_000);
          while (store.getSnapshot().older !== 'none') {
            void store.loadOlder();
            await vi.advanceTimersByTimeAsync(1_000);
          }
          expect(faults).toEqual([]);
          expect(store.getSnapshot().outgoing).toEqual([]);
          expect(store.getSnapshot().messages).toEqual(server.stored);
          expect(store.getSnapshot().events).toEqual(server.happened);
          // What is no message, at the very end, is in the page that one comes to there.
          expect(store.getSnapshot().settled).toBeGreaterThanOrEqual(server.stored.at(-1)?.seq ?? 0);
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
    case 'pass':
      server.pass(it.fate);
      break;
    case 'retitle':
      server.retitle(it.fate);
      break;
    case 'change':
      server.change(it.choice, it.fate);
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
    case 'newer':
      void store.loadNewer();
      break;
    case 'latest':
      void store.showLatest();
      break;
    case 'wait':
      await vi.advanceTimersByTimeAsync(it.ms);
  }
}

/** Collected, not thrown: an exception in a watcher would end in the store's own error handling. */
function faultsOf(store: ConversationStore, server: ModelServer): string[] {
  const { messages, outgoing, events, settled } = store.getSnapshot();
  const from = messages[0]?.seq ?? Infinity;
  const missing = server.happened.filter(
    (event) => event.seq > from && event.seq <= settled && !events.some(({ seq }) => seq === event.seq),
  );
  const order = messages.map(({ seq }) => seq);
  const ascending = order.every((seq, at) => at === 0 || seq > (order[at - 1] ?? 0));
  const mine = [...messages.filter(({ senderId }) => senderId === ME), ...outgoing].map(
    (each) => each.clientMessageId,
  );
  return [
    ...(ascending ? [] : [`out of order: ${order.join()}`]),
    ...missing.map(({ seq }) => `not shown: ${seq}`),
    ...(new Set(mine).size === mine.length ? [] : [`twice: ${mine.join()}`]),
  ];
}
