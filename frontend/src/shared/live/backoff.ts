const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
const AFTER_FLOOD_MS = 5_000;

/** Pauses between tries to connect: exponential with full jitter, so that many clients do not come back at once. */
export class Backoff {
  #failures = 0;
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** The pause before the next try, in milliseconds: at most 30 s. */
  next(): number {
    const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(this.#failures, 10));
    this.#failures += 1;
    return Math.round(this.#random() * ceiling);
  }

  /** The pause after the server said we talk too much. */
  slowDown(): number {
    return Math.min(LONGEST_MS, AFTER_FLOOD_MS + this.next());
  }

  succeed() {
    this.#failures = 0;
  }

  get failures(): number {
    return this.#failures;
  }
}
