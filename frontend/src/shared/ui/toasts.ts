export interface Toast {
  readonly id: number;
  /** What failed, or only what happened. */
  readonly kind: 'failure' | 'news';
  readonly words: string;
  /** Where more of it is to be seen. */
  readonly path: string | undefined;
}

const MOST = 3;

/** Failures and news that have no place of their own on the page: the latest three, each until it is closed or its time is over. */
export class Toasts {
  #toasts: readonly Toast[] = [];
  #last = 0;
  readonly #watchers = new Set<() => void>();

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#toasts;

  /** The same words once more take the place of the earlier ones. */
  fail(words: string, path?: string) {
    this.#add('failure', words, path);
  }

  tell(words: string) {
    this.#add('news', words, undefined);
  }

  close(id: number) {
    this.#become(this.#toasts.filter((toast) => toast.id !== id));
  }

  #add(kind: Toast['kind'], words: string, path: string | undefined) {
    const others = this.#toasts.filter((toast) => toast.words !== words || toast.path !== path);
    this.#become([...others, { id: ++this.#last, kind, words, path }].slice(-MOST));
  }

  #become(toasts: readonly Toast[]) {
    this.#toasts = toasts;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
