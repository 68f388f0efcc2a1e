/** Runs the last of many calls for the same key, a little later: what changes in a burst is written once. */
export class Later {
  readonly #ms: number;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(ms: number) {
    this.#ms = ms;
  }

  run(key: string, work: () => void) {
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        work();
      }, this.#ms),
    );
  }

  dispose() {
    this.#timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#timers.clear();
  }
}
