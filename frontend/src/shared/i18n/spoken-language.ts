import type { Preferences } from '@/shared/preferences/preferences';
import { english } from './english';
import type { Language } from './language';
import { languageOf } from './language';

/** The language the app speaks: chosen, or else the first of the reader's that it knows. Others are loaded when needed. */
export class SpokenLanguage {
  #current: Language = languageOf(english);
  #wanted = 'en';
  readonly #preferences: Preferences;
  readonly #watchers = new Set<() => void>();
  readonly #end: () => void;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
    this.#end = preferences.subscribe(() => void this.#follow());
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
    this.#current = languageOf(texts);
    document.documentElement.lang = texts.language;
    document.documentElement.dir = texts.direction;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}

function preferred(): 'en' | 'hi' {
  const known = navigator.languages.find((each) => /^(?:en|hi)\b/i.test(each));
  return known?.toLowerCase().startsWith('hi') === true ? 'hi' : 'en';
}
