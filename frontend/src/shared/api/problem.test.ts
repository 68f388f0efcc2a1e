import { describe, expect, it } from 'vitest';
import { Problem, pauseBefore } from './problem';

describe('the pause before a call is made again', () => {
  it('grows with every failure, to 30 s at most', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 60].map((failures) => pauseBefore(failures, new Problem(500, 'oops')));

    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it.each([
    [0, 0],
    [7, 7_000],
    [3_600, 30_000],
  ])('is what the server asks for: %s s', (seconds, pause) => {
    expect(pauseBefore(2, new Problem(503, 'unavailable', 'busy', seconds))).toBe(pause);
  });
});
