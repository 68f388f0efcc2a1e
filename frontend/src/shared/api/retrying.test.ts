import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isTransient, retrying } from './retrying';
import { Problem } from './problem';

const MOST_PAUSES_MS = 1_000 + 2_000 + 4_000;

beforeEach(() => {
  vi.useFakeTimers();
});

/** Fails so often, then answers; counts how often it was asked. */
function failing(times: number, reason: Error) {
  return vi.fn(() => (times-- > 0 ? Promise.reject(reason) : Promise.resolve('answer')));
}

describe('a call with retries', () => {
  it('answers at once when all is well', async () => {
    const call = failing(0, Problem.unreachable());

    await expect(retrying(call)).resolves.toBe('answer');
    expect(call).toHaveBeenCalledTimes(1);
  });

  it.each([Problem.unreachable(), new Problem(429, 'rate_limited'), new Problem(503, 'unavailable')])(
    'is made again after what passes: $code',
    async (reason) => {
      const call = failing(3, reason);

      const answer = retrying(call);
      await vi.advanceTimersByTimeAsync(MOST_PAUSES_MS);

      await expect(answer).resolves.toBe('answer');
      expect(call).toHaveBeenCalledTimes(4);
    },
  );

  it('waits before it is made again', async () => {
    const call = failing(1, Problem.unreachable());

    const answer = retrying(call);
    await vi.advanceTimersByTimeAsync(400);
    expect(call).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(600);

    await expect(answer).resolves.toBe('answer');
  });

  it('waits for as long as the server says', async () => {
    const call = failing(1, new Problem(503, 'unavailable', 'later', 10));

    const answer = retrying(call);
    await vi.advanceTimersByTimeAsync(9_900);
    expect(call).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5_100);

    await expect(answer).resolves.toBe('answer');
  });

  it.each([new Problem(403, 'forbidden'), new Problem(404, 'not_found'), new TypeError('a mistake of ours')])(
    'is not made again after what stays: $message',
    async (reason) => {
      const call = failing(9, reason);

      await expect(retrying(call)).rejects.toBe(reason);
      expect(call).toHaveBeenCalledTimes(1);
    },
  );

  it('is made four times at most', async () => {
    const call = failing(9, Problem.unreachable());

    const answer = retrying(call);
    const outcome = expect(answer).rejects.toThrow('unreachable');
    await vi.advanceTimersByTimeAsync(10 * MOST_PAUSES_MS);
    await outcome;

    expect(call).toHaveBeenCalledTimes(4);
    expect(isTransient(Problem.unreachable(), 3)).toBe(false);
  });
});
