import * as v from 'valibot';

const kept = v.object({
  scheme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  language: v.optional(v.picklist(['system', 'en', 'hi']), 'system'),
  sound: v.optional(v.boolean(), true),
  notices: v.optional(v.boolean(), false),
});

/** How somebody wants the app to be on this device. */
export type Preference = v.InferOutput<typeof kept>;

const KEY = 'natter.preferences';

/** The preferences of this device, the same in every tab. */
export class Preferences {
  #current = read();
  readonly #watchers = new Set<() => void>();

  constructor() {
    addEventListener('storage', this.#follow);
    this.#apply();
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#current;

  choose(change: Partial<Preference>) {
    localStorage.setItem(KEY, JSON.stringify({ ...this.#current, ...change }));
    this.#become();
  }

  close() {
    removeEventListener('storage', this.#follow);
  }

  readonly #follow = (event: StorageEvent) => {
    if (event.key === KEY) this.#become();
  };

  #become() {
    this.#current = read();
    this.#apply();
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }

  #apply() {
    document.documentElement.dataset['scheme'] = this.#current.scheme;
  }
}

function read(): Preference {
  try {
    return v.parse(kept, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return v.parse(kept, {});
  }
}
