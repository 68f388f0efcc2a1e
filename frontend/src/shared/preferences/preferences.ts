import * as v from 'valibot';
import { local } from '@/shared/local/storage';

const kept = v.object({
  scheme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  language: v.optional(v.picklist(['system', 'en', 'hi']), 'system'),
  sound: v.optional(v.boolean(), true),
  notices: v.optional(v.boolean(), false),
  /** Notifications were offered, and are not offered again. */
  noticesOffered: v.optional(v.boolean(), false),
});

/** The preferences of this device. */
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
    local.set(KEY, JSON.stringify({ ...this.#current, ...change }));
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
    const { scheme } = this.#current;
    document.documentElement.dataset['scheme'] = scheme;
    // The bars of the browser and the system go with it.
    document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]').forEach((meta) => {
      const made = meta.dataset['scheme'] ?? '';
      if (made !== '') meta.media = mediaOf(made, scheme);
    });
  }
}

/** When the colour of a scheme is the page's: always or never, once one is chosen. */
function mediaOf(made: string, chosen: Preference['scheme']): string {
  if (chosen === 'system') return `(prefers-color-scheme: ${made})`;
  return made === chosen ? 'all' : 'not all';
}

function read(): Preference {
  try {
    return v.parse(kept, JSON.parse(local.get(KEY) ?? '{}'));
  } catch {
    return v.parse(kept, {});
  }
}
