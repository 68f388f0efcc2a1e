import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '@/shared/api/model';
import { message } from '../../../test/messages';
import { endsOnScreen } from './on-screen';
import { Reading } from './reading';

const ME = 'u-ada';
const NEAR_END_PX = 48;

interface Setting {
  /** Of each message: whether it is ours, and how tall it is drawn. */
  messages: readonly { own: boolean; height: number }[];
  arrivals: readonly { own: boolean; height: number }[];
  readSeq: number;
  /** How many of the messages this device has kept; undefined for nothing. */
  kept: number | undefined;
  /** Messages before this one are still to be loaded. */
  from: number;
  view: number;
}

type Step =
  | { do: 'arrive' | 'catchUp' | 'older' | 'latest' | 'focus' | 'blur' | 'end' | 'send' }
  | { do: 'scroll'; by: number }
  | { do: 'resize'; to: number };

/** The list on screen, without a browser: rows of some heights behind a window, moved as `useReading` moves it. */
class Screen {
  readonly reading: Reading;
  readonly told: number[] = [];
  readonly faults: string[] = [];
  readonly onScreen = new Set<number>();
  readonly phases: string[] = [];
  readonly #heights = new Map<number, number>();
  readonly #read: number;
  all: Message[] = [];
  shown: Message[] = [];
  caughtUp = false;
  looking = true;
  top = 0;
  view: number;
  #arrivals: Setting['arrivals'];

  constructor({ messages, arrivals, readSeq, kept, from, view }: Setting) {
    this.view = view;
    this.#arrivals = arrivals;
    this.#read = readSeq;
    messages.forEach((each) => {
      this.#write(each);
    });
    if (kept !== undefined) this.shown = this.all.slice(0, kept);
    // A stretch that is loaded around what is unread.
    if (kept === undefined) this.shown = this.all.slice(Math.min(from, readSeq));
    this.reading = new Reading(ME, (seq) => {
      this.#judge(seq);
    });
    this.reading.subscribe(() => {
      this.phases.push(this.reading.getSnapshot().phase);
    });
    this.caughtUp = kept === undefined;
    this.#update(false);
    this.#frame();
  }

  perform(step: Step) {
    const wasAtEnd = this.#atEnd;
    switch (step.do) {
      case 'arrive': {
        const [next, ...rest] = this.#arrivals;
        if (next === undefined) break;
        this.#arrivals = rest;
        this.#write(next);
        if (this.caughtUp) this.shown = [...this.shown, ...this.all.slice(-1)];
        this.#update(wasAtEnd);
        if (wasAtEnd) this.#follow();
        break;
      }
      case 'catchUp':
        this.shown = this.all.slice((this.shown[0]?.seq ?? 1) - 1);
        this.caughtUp = true;
        this.#update(wasAtEnd);
        break;
      case 'older': {
        const before = this.#tops().get(this.shown[0]?.seq ?? 0) ?? 0;
        const first = this.shown[0];
        this.shown = this.all.slice(0, this.shown.at(-1)?.seq ?? 0);
        this.top += (this.#tops().get(first?.seq ?? 0) ?? 0) - before;
        this.#update(wasAtEnd);
        break;
      }
      case 'latest':
        if (!this.caughtUp) break;
        this.shown = this.all.slice(-3);
        this.top = Infinity;
        this.#update(wasAtEnd);
        break;
      case 'focus':
      case 'blur':
        this.looking = step.do === 'focus';
        break;
      case 'end':
        this.top = Infinity;
        break;
      case 'send':
        this.#write({ own: true, height: 40 });
        if (this.caughtUp) this.shown = [...this.shown, ...this.all.slice(-1)];
        this.#update(wasAtEnd);
        this.reading.answered();
        this.top = Infinity;
        break;
      case 'scroll':
        this.top += step.by;
        break;
      case 'resize':
        this.view = step.to;
        if (wasAtEnd && this.reading.getSnapshot().phase === 'reading') this.#follow();
    }
    this.#frame();
  }

  /** As one reads everything from where one is, line by line. */
  readAll() {
    this.perform({ do: 'catchUp' });
    this.perform({ do: 'older' });
    this.perform({ do: 'focus' });
    this.top = 0;
    this.#frame();
    while (!this.#atBottom) this.perform({ do: 'scroll', by: this.view / 3 });
  }

  get #atBottom(): boolean {
    return this.top >= this.#max;
  }

  get #atEnd(): boolean {
    return this.#max - this.top <= NEAR_END_PX;
  }

  get #max(): number {
    return Math.max(0, this.shown.reduce((sum, { seq }) => sum + this.#height(seq), 0) - this.view);
  }

  #height(seq: number): number {
    return this.#heights.get(seq) ?? 0;
  }

  #tops(): Map<number, number> {
    let top = 0;
    return new Map(
      this.shown.map(({ seq }) => {
        const here = top;
        top += this.#height(seq);
        return [seq, here];
      }),
    );
  }

  #write({ own, height }: { own: boolean; height: number }) {
    const seq = this.all.length + 1;
    this.#heights.set(seq, height);
    this.all = [...this.all, message({ seq, ...(own && { senderId: ME }) })];
  }

  #update(atEnd: boolean) {
    const reachesEnd = this.shown.at(-1)?.seq === this.all.at(-1)?.seq;
    this.reading.update(
      {
        ready: this.caughtUp,
        messages: this.shown,
        settled: this.shown.at(-1)?.seq ?? 0,
        reachesStart: (this.shown[0]?.seq ?? 1) === 1,
        reachesEnd,
        readSeq: this.#read,
      },
      this.looking && atEnd,
    );
  }

  #follow() {
    const { firstUnseen } = this.reading.getSnapshot();
    const row = firstUnseen === undefined ? undefined : this.#tops().get(firstUnseen);
    this.top = row === undefined || row < this.top ? Infinity : row;
  }

  /** What a browser does between two steps: the list is put where it belongs, and looked at. */
  #frame() {
    const { phase, firstUnseen, divider } = this.reading.getSnapshot();
    if (phase === 'placing') {
      this.top = firstUnseen === undefined ? Infinity : (this.#tops().get(firstUnseen) ?? 0);
      this.#clamp();
      const first = this.shown.find(({ seq, senderId }) => seq > this.#read && senderId !== ME)?.seq;
      const at = first === undefined ? undefined : this.#tops().get(first);
      if (at !== undefined && (at < this.top || at >= this.top + this.view || divider !== this.#read))
        this.faults.push(`came in at ${this.top}, and what is unread begins at ${at}, after ${divider}`);
      this.reading.placed();
    }
    this.#clamp();
    const tops = this.#tops();
    const visible = this.shown.filter(({ seq }) => {
      const top = tops.get(seq) ?? 0;
      const bottom = top + this.#height(seq);
      return endsOnScreen({ top, bottom }, { top: this.top, bottom: this.top + this.view });
    });
    if (!this.looking) return;
    visible.forEach(({ seq }) => this.onScreen.add(seq));
    this.reading.look(visible.map(({ seq }) => seq));
  }

  #clamp() {
    this.top = Math.min(this.#max, Math.max(0, this.top));
  }

  #judge(seq: number) {
    this.told.push(seq);
    const skipped = this.all.filter(
      (each) =>
        each.seq > this.#read && each.seq <= seq && each.senderId !== ME && !this.onScreen.has(each.seq),
    );
    if (skipped.length > 0)
      this.faults.push(`told ${seq}, not on screen: ${skipped.map((each) => each.seq).join()}`);
  }
}

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
    .constantFrom('arrive', 'catchUp', 'older', 'latest', 'focus', 'blur', 'end', 'send')
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
        expect(screen.told).toEqual([...screen.told].sort((one, other) => one - other));

        screen.readAll();
        expect(screen.faults).toEqual([]);
        const others = screen.all.filter(({ seq, senderId }) => seq > given.readSeq && senderId !== ME);
        if (others.length > 0) expect(screen.told.at(-1)).toBe(others.at(-1)?.seq);
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
    expect(screen.told).toEqual([]);

    screen.perform({ do: 'catchUp' });

    expect(screen.reading.getSnapshot()).toEqual({ phase: 'reading', divider: 3, firstUnseen: 14 });
    expect(screen.told).toEqual([13]);
  });

  it('counts what one has chosen to skip, once the end is there', () => {
    const told: (number | undefined)[][] = [];
    const reading = new Reading(ME, (...news) => told.push(news));
    const known = { ready: true, reachesStart: true, readSeq: 1, settled: 2 };
    const messages = [1, 2, 3].map((seq) => message({ seq }));
    reading.update({ ...known, messages: messages.slice(0, 2), reachesEnd: false }, false);
    reading.placed();
    reading.skip();
    expect(told).toEqual([]);

    reading.update({ ...known, messages, settled: 3, reachesEnd: true }, false);

    expect(told).toEqual([[3, undefined]]);
  });

  it('begins the line anew when something comes in while nobody looks at the end, and not while somebody does', () => {
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
