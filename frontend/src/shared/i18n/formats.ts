import type { Texts } from './english';

const DAY_MS = 86_400_000;

const SHAPES = {
  time: { timeStyle: 'short' },
  weekday: { weekday: 'short' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOfYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: '2-digit' },
  date: { day: 'numeric', month: 'long' },
  dateOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  full: { dateStyle: 'full', timeStyle: 'medium' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type Shape = keyof typeof SHAPES;

/** Dates and times as the reader writes them. */
export class Formats {
  readonly #texts: Texts;
  /** Made when first needed: making one takes longer than anything else at the start. */
  readonly #made = new Map<Shape, Intl.DateTimeFormat>();
  readonly #locale: string;
  readonly #preferred: readonly string[];

  constructor(texts: Texts, preferred: readonly string[] = navigator.languages) {
    this.#texts = texts;
    this.#preferred = preferred;
    // The words must be in the language of the app; which English (or Hindi), and the clock, are the reader's.
    this.#locale = preferred.find((each) => each.split('-')[0] === texts.language) ?? texts.language;
  }

  /** The time of day. */
  time(instant: string): string {
    return this.#in('time', instant);
  }

  /** Everything about the instant. */
  full(instant: string): string {
    return this.#in('full', instant);
  }

  /** A day with its year. */
  date(instant: string): string {
    return this.#in('dateOfYear', instant);
  }

  /** A heading for a day's messages. */
  day(instant: string, now: Date): string {
    const days = daysBetween(new Date(instant), now);
    if (days === 0) return this.#texts.days.today;
    if (days === 1) return this.#texts.days.yesterday;
    const sameYear = new Date(instant).getFullYear() === now.getFullYear();
    return this.#in(sameYear ? 'day' : 'dayOfYear', instant);
  }

  /** As short as it can be said in a list: the time today, then the day, then the date. */
  brief(instant: string, now: Date): string {
    const days = daysBetween(new Date(instant), now);
    if (days <= 0) return this.time(instant);
    if (days === 1) return this.#texts.days.yesterday;
    return this.#in(days < 7 ? 'weekday' : 'short', instant);
  }

  /** A time to come, as short as it can be said: the time today, else the date and the time. */
  soon(instant: string, now: Date): string {
    return this.#in(daysBetween(new Date(instant), now) === 0 ? 'time' : 'moment', instant);
  }

  /** When a user was last online, in a sentence. */
  lastSeen(instant: string, now: Date): string {
    const words = this.#texts.conversation;
    const days = daysBetween(new Date(instant), now);
    if (days <= 0) return words.lastSeenToday(this.time(instant));
    if (days === 1) return words.lastSeenYesterday(this.time(instant));
    const sameYear = new Date(instant).getFullYear() === now.getFullYear();
    return words.lastSeenOn(this.#in(sameYear ? 'date' : 'dateOfYear', instant));
  }

  /** A countdown: 0:42. */
  countdown(seconds: number): string {
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }

  /** A wait in words: 42 seconds, 5 minutes, 2 hours. */
  wait(seconds: number): string {
    const [amount, unit] =
      seconds < 120
        ? [seconds, 'second']
        : seconds < 7_200
          ? [Math.ceil(seconds / 60), 'minute']
          : [Math.ceil(seconds / 3_600), 'hour'];
    return new Intl.NumberFormat(this.#locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
  }

  /** A size as the reader's file manager says it: 1.2 MB. */
  bytes(count: number): string {
    const steps = ['byte', 'kilobyte', 'megabyte'];
    const step = count < 1_024 ? 0 : count < 1_024 ** 2 ? 1 : 2;
    const amount = count / 1_024 ** step;
    return new Intl.NumberFormat(this.#locale, {
      style: 'unit',
      unit: steps[step] ?? 'byte',
      // The short form has no plural: 25 byte.
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: amount < 10 ? 1 : 0,
    }).format(amount);
  }

  /** Several as one: Ada, Ben and Cleo. */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, { type: 'conjunction' }).format(items);
  }

  #in(shape: Shape, instant: string): string {
    let format = this.#made.get(shape);
    if (format === undefined) {
      const clock = 'timeStyle' in SHAPES[shape] ? this.#clock() : {};
      format = new Intl.DateTimeFormat(this.#locale, { ...SHAPES[shape], ...clock });
      this.#made.set(shape, format);
    }
    return format.format(new Date(instant));
  }

  /** Where the reader's own language is another one, its clock is kept all the same. */
  #clock(): Intl.DateTimeFormatOptions {
    const own = this.#preferred[0] ?? this.#locale;
    const { hourCycle } = new Intl.DateTimeFormat(own, { hour: 'numeric' }).resolvedOptions();
    return own === this.#locale || hourCycle === undefined ? {} : { hourCycle };
  }
}

/** Names the local day of an instant, to group by. */
export function dayOf(instant: string): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  // Rounded: days with a change of clocks have 23 or 25 hours.
  return Math.round((midnight(now) - midnight(then)) / DAY_MS);
}
