/** Lets frames pass at once up to a burst, and then evenly, well below what the server takes for a flood. */
export class Pace<T> {
  static readonly BURST = 20;
  static readonly EVERY_MS = 50;

  readonly #pass: (item: T) => void;
  #waiting: T[] = [];
  #credit = Pace.BURST;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(pass: (item: T) => void) {
    this.#pass = pass;
  }

  push(item: T) {
    this.#waiting.push(item);
    this.#drain();
    this.#timer ??= setInterval(() => {
      this.#tick();
    }, Pace.EVERY_MS);
  }

  /** Forgets what has not passed yet. */
  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
    this.#credit = Pace.BURST;
  }

  #tick() {
    this.#credit = Math.min(Pace.BURST, this.#credit + 1);
    this.#drain();
    if (this.#waiting.length === 0 && this.#credit === Pace.BURST) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #drain() {
    while (this.#credit > 0 && this.#waiting.length > 0) {
      this.#credit -= 1;
      this.#pass(this.#waiting.shift() as T);
    }
  }
}
