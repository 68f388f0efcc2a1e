import type { Preferences } from '@/shared/preferences/preferences';
import type { Texts } from './english';
import { english } from './english';
import type { Language } from './language';
import { languageOf } from './language';

const LOOK_AT_ZONE_MS = 1_000;

/** The language the app speaks: chosen, or else the first of the reader's that it knows. Others are loaded when needed. */
export class SpokenLanguage {
  #current: Language = languageOf(english);
  #wanted = 'en';
  #zone = zone();
  readonly #preferences: Preferences;
  readonly #watchers = new Set<() => void>();
  readonly #end: () => void;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
    const endFollowing = preferences.subscribe(() => void this.#follow());
    // No browser says when its time zone changes.
    const timer = setInterval(() => {
      this.#travel();
    }, LOOK_AT_ZONE_MS);
    this.#end = () => {
      endFollowing();
      clearInterval(timer);
    };
    void this.#follow();
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#current;

  close() {
    this.#end();
  }

  async #follow() {
    const { language } = this.#preferences.getSnapshot();
    const wanted = language === 'system' ? preferred() : language;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    const texts = wanted === 'hi' ? (await import('./hindi')).hindi : english;
    // Chosen otherwise meanwhile.
    if (this.#wanted !== wanted) return;
    this.#become(texts);
    document.documentElement.lang = texts.language;
    document.documentElement.dir = texts.direction;
  }

  /** Elsewhere every time of day is another one. */
  #travel() {
    const now = zone();
    if (now === this.#zone) return;
    this.#zone = now;
    this.#become(this.#current.texts);
  }

  #become(texts: Texts) {
    this.#current = languageOf(texts);
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}

function preferred(): 'en' | 'hi' {
  const known = navigator.languages.find((each) => /^(?:en|hi)\b/i.test(each));
  return known?.toLowerCase().startsWith('hi') === true ? 'hi' : 'en';
}

/** Tells time zones apart at little cost: by what they are away from UTC in winter, in summer and now. */
function zone(): string {
  const now = new Date();
  const year = now.getFullYear();
  return [new Date(year, 0), new Date(year, 6), now].map((each) => each.getTimezoneOffset()).join();
}
