import type { LiveConnection } from './live-connection';

/** A socket that is back within this time was hardly away. */
const GRACE_MS = 3_000;
const EVERY_MS = 5_000;
/** In a hidden page. */
const HIDDEN_EVERY_MS = 30_000;
const LONGEST_MS = 60_000;

type Source = Pick<LiveConnection, 'subscribe' | 'getSnapshot'>;

/**
 * Asks for news while there is no socket: a proxy may let plain requests through and no other. One call at a time, every 5 s or
 * so, every 30 s in a hidden page, and ever more rarely, to once a minute, while the calls fail.
 */
export class Polling {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #works = false;
  #failures = 0;
  #end: () => void = () => undefined;
  readonly #watchers = new Set<() => void>();
  readonly #live: Source;
  readonly #poll: () => Promise<void>;
  readonly #random: () => number;

  /** `poll` fails when the server could not be asked. */
  constructor(live: Source, poll: () => Promise<void>, random: () => number = Math.random) {
    this.#live = live;
    this.#poll = poll;
    this.#random = random;
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  /** Whether the last call succeeded, and there is no socket. */
  readonly getSnapshot = () => this.#works;

  start() {
    this.#end = this.#live.subscribe(() => {
      this.#follow();
    });
    this.#follow();
  }

  stop() {
    this.#end();
    this.#rest();
  }

  get #isNeeded(): boolean {
    const status = this.#live.getSnapshot();
    return status === 'connecting' || status === 'waiting';
  }

  #follow() {
    if (!this.#isNeeded) this.#rest();
    else if (!this.#asking) this.#timer ??= setTimeout(() => void this.#ask(), GRACE_MS);
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#failures = 0;
    this.#become(false);
  }

  async #ask() {
    this.#asking = true;
    const works = await this.#poll().then(
      () => true,
      () => false,
    );
    this.#asking = false;
    this.#timer = undefined;
    if (!this.#isNeeded) return;
    this.#failures = works ? 0 : this.#failures + 1;
    this.#become(works);
    const every = document.visibilityState === 'visible' ? EVERY_MS : HIDDEN_EVERY_MS;
    const pause = Math.min(LONGEST_MS, every * 2 ** this.#failures) * (0.75 + this.#random() / 2);
    this.#timer = setTimeout(() => void this.#ask(), pause);
  }

  #become(works: boolean) {
    if (works === this.#works) return;
    this.#works = works;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
