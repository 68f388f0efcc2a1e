// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveStatus } from './live-connection';
import { Polling } from './polling';

let status: LiveStatus;
let watchers: Set<() => void>;
let reachable: boolean;
let calls: number[];
let polling: Polling;

function become(next: LiveStatus) {
  status = next;
  watchers.forEach((watcher) => {
    watcher();
  });
}

/** How long lay between the calls, in seconds. */
const pauses = () => calls.slice(1).map((at, index) => (at - (calls[index] ?? 0)) / 1_000);

beforeEach(() => {
  vi.useFakeTimers();
  [status, watchers, reachable, calls] = ['connecting', new Set(), true, []];
  const live = {
    subscribe: (watcher: () => void) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    getSnapshot: () => status,
  };
  const poll = () => {
    calls.push(Date.now());
    return reachable ? Promise.resolve() : Promise.reject(new Error('unreachable'));
  };
  polling = new Polling(live, poll, () => 0.5);
  polling.start();
});

afterEach(() => {
  polling.stop();
});

describe('polling', () => {
  it('leaves alone what has a socket within some seconds', async () => {
    await vi.advanceTimersByTimeAsync(2_500);
    become('open');
    await vi.advanceTimersByTimeAsync(60_000);

    expect(calls).toEqual([]);
    expect(polling.getSnapshot()).toBe(false);
  });

  it('asks every 5 s while there is no socket, says so, and ends when there is one', async () => {
    const seen: boolean[] = [];
    polling.subscribe(() => seen.push(polling.getSnapshot()));

    await vi.advanceTimersByTimeAsync(4_000);
    become('waiting');
    await vi.advanceTimersByTimeAsync(10_000);
    become('open');
    await vi.advanceTimersByTimeAsync(60_000);

    expect(pauses()).toEqual([5, 5]);
    expect(seen).toEqual([true, false]);
  });

  it('asks ever more rarely while it fails, once a minute at last', async () => {
    reachable = false;

    await vi.advanceTimersByTimeAsync(300_000);

    expect(pauses()).toEqual([10, 20, 40, 60, 60, 60]);
    expect(polling.getSnapshot()).toBe(false);
  });

  it('asks every 30 s in a hidden page', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');

    await vi.advanceTimersByTimeAsync(70_000);

    expect(pauses()).toEqual([30, 30]);
  });

  it('makes one call at a time', async () => {
    let answer: () => void = () => undefined;
    polling.stop();
    polling = new Polling({ subscribe: () => () => true, getSnapshot: () => 'waiting' }, () => {
      calls.push(Date.now());
      return new Promise((resolve) => (answer = resolve));
    });
    polling.start();
    await vi.advanceTimersByTimeAsync(60_000);
    become('waiting');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);

    answer();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(calls).toHaveLength(2);
  });
});
