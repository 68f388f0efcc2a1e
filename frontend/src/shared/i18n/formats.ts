import type { Texts } from './english';

const DAY_MS = 86_400_000;

/** Dates and times as the reader writes them. */
export class Formats {
  readonly #texts: Texts;
  readonly #time: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #dayOfYear: Intl.DateTimeFormat;
  readonly #short: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #dateOfYear: Intl.DateTimeFormat;
  readonly #full: Intl.DateTimeFormat;
  readonly #locale: string;

  constructor(texts: Texts, preferred: readonly string[] = navigator.languages) {
    this.#texts = texts;
    // The words must be in the language of the app; which English (or Hindi), and the clock, are the reader's.
    this.#locale = preferred.find((each) => each.split('-')[0] === texts.language) ?? texts.language;
    // Where the reader's own language is another one, its clock is kept all the same.
    const own = preferred[0] ?? this.#locale;
    const { hourCycle } = new Intl.DateTimeFormat(own, { hour: 'numeric' }).resolvedOptions();
    const clock = own === this.#locale || hourCycle === undefined ? {} : { hourCycle };
    const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(this.#locale, options);
    this.#time = format({ timeStyle: 'short', ...clock });
    this.#weekday = format({ weekday: 'short' });
    this.#day = format({ weekday: 'long', day: 'numeric', month: 'long' });
    this.#dayOfYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    this.#short = format({ day: '2-digit', month: '2-digit', year: '2-digit' });
    this.#date = format({ day: 'numeric', month: 'long' });
    this.#dateOfYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
    this.#full = format({ dateStyle: 'full', timeStyle: 'medium', ...clock });
  }

  /** The time of day. */
  time(instant: string): string {
    return this.#time.format(new Date(instant));
  }

  /** Everything about the instant. */
  full(instant: string): string {
    return this.#full.format(new Date(instant));
  }

  /** A heading for a day's messages. */
  day(instant: string, now: Date): string {
    const days = daysBetween(new Date(instant), now);
    if (days === 0) return this.#texts.days.today;
    if (days === 1) return this.#texts.days.yesterday;
    const sameYear = new Date(instant).getFullYear() === now.getFullYear();
    return (sameYear ? this.#day : this.#dayOfYear).format(new Date(instant));
  }

  /** As short as it can be said in a list: the time today, then the day, then the date. */
  brief(instant: string, now: Date): string {
    const days = daysBetween(new Date(instant), now);
    if (days <= 0) return this.time(instant);
    if (days === 1) return this.#texts.days.yesterday;
    return (days < 7 ? this.#weekday : this.#short).format(new Date(instant));
  }

  /** When somebody was last here, in a sentence. */
  lastSeen(instant: string, now: Date): string {
    const words = this.#texts.conversation;
    const days = daysBetween(new Date(instant), now);
    if (days <= 0) return words.lastSeenToday(this.time(instant));
    if (days === 1) return words.lastSeenYesterday(this.time(instant));
    const sameYear = new Date(instant).getFullYear() === now.getFullYear();
    return words.lastSeenOn((sameYear ? this.#date : this.#dateOfYear).format(new Date(instant)));
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
