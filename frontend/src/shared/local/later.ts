/** Runs the last of many calls for the same key, a little after the first: what changes in a burst is written once. */
export class Later {
  readonly #ms: number;
  readonly #waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; work: () => void }>();

  constructor(ms: number) {
    this.#ms = ms;
  }

  run(key: string, work: () => void) {
    // Not put off by what comes meanwhile: in a busy conversation something comes all the time.
    const timer =
      this.#waiting.get(key)?.timer ??
      setTimeout(() => {
        this.#now(key);
      }, this.#ms);
    this.#waiting.set(key, { timer, work });
  }

  /** Runs at once what waits: there may be no later. */
  flush() {
    [...this.#waiting.keys()].forEach((key) => {
      this.#now(key);
    });
  }

  dispose() {
    this.#waiting.forEach(({ timer }) => {
      clearTimeout(timer);
    });
    this.#waiting.clear();
  }

  #now(key: string) {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(key);
    waiting.work();
  }
}
