/** What a screen reader should say, politely, besides what the page shows. */
export class Announcer {
  #words = '';
  #turn = 0;
  readonly #watchers = new Set<() => void>();

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  /** The words, with an invisible difference between two equal ones: a live region speaks only when it changes. */
  readonly getSnapshot = () => (this.#turn % 2 === 0 ? this.#words : `${this.#words}\u00a0`);

  say(words: string) {
    this.#words = words;
    this.#turn += 1;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
