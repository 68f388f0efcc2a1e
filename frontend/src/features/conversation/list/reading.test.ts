import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { message } from '../../../../test/messages';
import { Reading } from './reading';
import type { Setting, Step } from './reading-screen.fixture';
import { ME, Screen } from './reading-screen.fixture';

const row = fc.record({
  own: fc.boolean(),
  height: fc.oneof(fc.integer({ min: 24, max: 80 }), fc.integer({ min: 80, max: 1_600 })),
});
const setting: fc.Arbitrary<Setting> = fc
  .record({
    messages: fc.array(row, { maxLength: 90 }),
    arrivals: fc.array(row, { maxLength: 12 }),
    read: fc.double({ min: 0, max: 1, noNaN: true }),
    kept: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    view: fc.integer({ min: 150, max: 1_000 }),
  })
  .map(({ messages, read, kept, from, ...rest }) => ({
    ...rest,
    messages,
    readSeq: Math.floor(read * messages.length),
    // What is kept reaches at least to where one had read.
    kept: kept === undefined ? undefined : Math.floor((read + kept * (1 - read)) * messages.length),
    from: Math.floor(from * messages.length),
  }));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom('arrive', 'overtake', 'fill', 'catchUp', 'older', 'latest', 'focus', 'blur', 'end', 'send')
    .map((what) => ({ do: what }) as const),
  fc.integer({ min: -900, max: 900 }).map((by) => ({ do: 'scroll', by }) as const),
  fc.integer({ min: 120, max: 1_000 }).map((to) => ({ do: 'resize', to }) as const),
);

describe('Reading, whatever is on screen', () => {
  it('marks nothing read that was not, and comes in once, where the unread begins', () => {
    fc.assert(
      fc.property(setting, fc.array(step, { maxLength: 30 }), (given, steps) => {
        const screen = new Screen(given);
        for (const each of steps) screen.perform(each);
        expect(screen.faults).toEqual([]);
        expect(screen.reported).toEqual([...screen.reported].sort((one, other) => one - other));

        screen.readAll();
        expect(screen.faults).toEqual([]);
        const others = screen.all.filter(({ seq, senderId }) => seq > given.readSeq && senderId !== ME);
        if (others.length > 0) expect(screen.reported.at(-1)).toBe(others.at(-1)?.seq);
        expect(screen.phases.filter((phase, at) => phase !== screen.phases[at - 1])).toEqual(
          ['placing', 'reading'].slice(0, screen.phases.length),
        );
      }),
      { numRuns: Number(process.env['RUNS'] ?? 400) },
    );
  });

  const one = { own: false, height: 60 };

  it('counts nothing before it is known what is unread', () => {
    const screen = new Screen({
      messages: Array(63).fill(one) as Setting['messages'],
      arrivals: [],
      readSeq: 3,
      kept: 3,
      from: 0,
      view: 600,
    });
    expect(screen.reported).toEqual([]);

    screen.perform({ do: 'catchUp' });

    expect(screen.reading.getSnapshot()).toEqual({ phase: 'reading', divider: 3, firstUnseen: 14 });
    expect(screen.reported).toEqual([13]);
  });

  it('counts what one has chosen to skip, once the end is there', () => {
    const reported: (number | undefined)[][] = [];
    const reading = new Reading(ME, (...news) => reported.push(news));
    const known = { ready: true, reachesStart: true, readSeq: 1, settled: 2 };
    const messages = [1, 2, 3].map((seq) => message({ seq }));
    reading.update({ ...known, messages: messages.slice(0, 2), reachesEnd: false }, false);
    reading.placed();
    reading.skip();
    expect(reported).toEqual([]);

    reading.update({ ...known, messages, settled: 3, reachesEnd: true }, false);

    expect(reported).toEqual([[3, undefined]]);
  });

  it('counts what was seen before an entry that lay between was known', () => {
    const reported: (number | undefined)[][] = [];
    const reading = new Reading(ME, (...news) => reported.push(news));
    const known = { ready: true, reachesStart: true, reachesEnd: true, readSeq: 1 };
    const messages = [1, 3].map((seq) => message({ seq }));
    reading.update({ ...known, messages, settled: 1 }, true);
    reading.placed();
    reading.look([1, 3]);
    expect(reported).toEqual([]);

    reading.update({ ...known, messages, settled: 3 }, true);

    expect(reported).toEqual([[3, 1]]);
  });

  it('begins the line anew when something comes in while the end is not looked at, and not while it is', () => {
    const reading = new Reading(ME, () => undefined);
    const known = { ready: true, reachesStart: true, reachesEnd: true, readSeq: 0 };
    const messages = [1, 2].map((seq) => message({ seq }));
    reading.update({ ...known, messages: [], settled: 0 }, true);
    reading.placed();
    reading.update({ ...known, messages: messages.slice(0, 1), settled: 1 }, true);
    reading.look([1]);
    expect(reading.getSnapshot().divider).toBeUndefined();

    reading.update({ ...known, messages, settled: 2 }, false);

    expect(reading.getSnapshot()).toMatchObject({ divider: 1, firstUnseen: 2 });
  });
});
