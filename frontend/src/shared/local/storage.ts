type Kind = 'localStorage' | 'sessionStorage';

/**
 * The browser's storage of strings. Browsers that block cookies throw at the first look at it, full ones when it is written to;
 * what cannot be stored then lasts as long as the page.
 */
class SafeStorage {
  readonly #kind: Kind;
  readonly #memory = new Map<string, string>();

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  get(key: string): string | undefined {
    return this.#memory.get(key) ?? this.#try((storage) => storage.getItem(key)) ?? undefined;
  }

  set(key: string, value: string) {
    const stored = this.#try((storage) => {
      storage.setItem(key, value);
      return true;
    });
    if (stored === true) this.#memory.delete(key);
    else this.#memory.set(key, value);
  }

  remove(key: string) {
    this.#memory.delete(key);
    this.#try((storage) => {
      storage.removeItem(key);
    });
  }

  /** Whether the browser lets this page store anything. */
  get isBlocked(): boolean {
    return this.#try((storage) => storage.length) === undefined;
  }

  #try<T>(work: (storage: Storage) => T): T | undefined {
    try {
      return work(globalThis[this.#kind]);
    } catch {
      return undefined;
    }
  }
}

/** For all tabs of this browser. */
export const local = new SafeStorage('localStorage');
/** For this tab. */
export const perTab = new SafeStorage('sessionStorage');
