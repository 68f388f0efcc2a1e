import { describe, expect, it } from 'vitest';
import { Problem, pauseBefore } from './problem';

const pauses = (random: number) =>
  [0, 1, 2, 3, 4, 5, 60].map((failures) => pauseBefore(failures, new Problem(500, 'oops'), () => random));

describe('the pause before a call is made again', () => {
  it('grows with every failure, to 30 s at most, and differs by chance', () => {
    expect(pauses(0)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    expect(pauses(1)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it.each([
    [0, 0, 0],
    [6, 6_000, 9_000],
    [3_600, 30_000, 30_000],
  ])('is at least what the server asks for: %s s', (seconds, least, most) => {
    const busy = new Problem(503, 'unavailable', 'busy', seconds);

    expect(pauseBefore(2, busy, () => 0)).toBe(least);
    expect(pauseBefore(2, busy, () => 1)).toBe(most);
  });
});
