import type { Message } from '@/shared/api/model';
import { message } from '../../../../test/messages';
import { endsOnScreen } from './on-screen';
import { Reading } from './reading';

export const ME = 'u-ada';
const NEAR_END_PX = 48;

export interface Setting {
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

export type Step =
  | {
      do: 'arrive' | 'overtake' | 'fill' | 'catchUp' | 'older' | 'latest' | 'focus' | 'blur' | 'end' | 'send';
    }
  | { do: 'scroll'; by: number }
  | { do: 'resize'; to: number };

/** The list on screen, without a browser: rows of some heights behind a window, moved as `useReading` moves it. */
export class Screen {
  readonly reading: Reading;
  readonly reported: number[] = [];
  readonly faults: string[] = [];
  readonly onScreen = new Set<number>();
  readonly phases: string[] = [];
  readonly #heights = new Map<number, number>();
  readonly #read: number;
  all: Message[] = [];
  shown: Message[] = [];
  caughtUp = false;
  /** The number from which on something of the log is missing; undefined when nothing is. */
  #gapAt: number | undefined;
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
      case 'arrive':
      case 'overtake': {
        const [next, ...rest] = this.#arrivals;
        if (next === undefined) break;
        this.#arrivals = rest;
        // Pushed before an entry that lies between, and is no message.
        if (step.do === 'overtake') this.#gapAt ??= this.all.length;
        this.#write(next);
        if (this.caughtUp) this.shown = [...this.shown, ...this.all.slice(-1)];
        this.#update(wasAtEnd);
        if (wasAtEnd) this.#follow();
        break;
      }
      case 'fill':
        this.#gapAt = undefined;
        this.#update(wasAtEnd);
        break;
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
    this.perform({ do: 'fill' });
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
        settled: Math.min(this.#gapAt ?? Infinity, this.shown.at(-1)?.seq ?? 0),
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
    // As `useReading`: what has all been seen is not observed.
    if (this.reading.getSnapshot().firstUnseen === undefined) return;
    this.reading.look(visible.map(({ seq }) => seq));
  }

  #clamp() {
    this.top = Math.min(this.#max, Math.max(0, this.top));
  }

  #judge(seq: number) {
    this.reported.push(seq);
    const skipped = this.all.filter(
      (each) =>
        each.seq > this.#read && each.seq <= seq && each.senderId !== ME && !this.onScreen.has(each.seq),
    );
    if (skipped.length > 0)
      this.faults.push(`reported ${seq}, not on screen: ${skipped.map((each) => each.seq).join()}`);
  }
}
