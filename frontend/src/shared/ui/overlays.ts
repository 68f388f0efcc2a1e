import { useDialogStore } from '@ariakit/react';
import { useEffect, useEffectEvent } from 'react';

/** How many dialogs lie over the page, as its entry in the browser's history has it. */
function depth(): number {
  const { overlays } = (history.state ?? {}) as { overlays?: unknown };
  return typeof overlays === 'number' ? overlays : 0;
}

/**
 * What lies over the page, each with an entry of its own in the browser's history: the way back closes it, and only then leads
 * away. Whatever closes otherwise takes its entry with it.
 */
class Overlays {
  readonly #open: (() => void)[] = [];
  /** An entry is being left, which takes a moment: what opens meanwhile is not meant. */
  #leaving = false;

  constructor() {
    addEventListener('popstate', () => {
      if (this.#leaving) {
        this.#leaving = false;
        this.#settle();
        return;
      }
      const closing = this.#open.slice(depth()).reverse();
      closing.forEach((close) => {
        close();
      });
      // One that is gone has left its entry behind, below a page that was gone to from it.
      if (closing.length === 0) this.#settle();
    });
  }

  add(close: () => void): () => void {
    this.#open.push(close);
    this.#later();
    return () => {
      this.#open.splice(this.#open.indexOf(close), 1);
      this.#later();
    };
  }

  /** Only once all that happens together has happened: one may close as another opens. */
  #later() {
    queueMicrotask(() => {
      this.#settle();
    });
  }

  #settle() {
    if (this.#leaving) return;
    const excess = depth() - this.#open.length;
    if (excess > 0) {
      this.#leaving = true;
      history.go(-excess);
    }
    for (let at = depth(); at < this.#open.length; at++)
      history.pushState({ ...(history.state as object | null), overlays: at + 1 }, '');
  }
}

let overlays: Overlays | undefined;

/** Gives what lies over the page an entry in the browser's history, so that the way back closes it. */
export function useClosedByBack(onClose: () => void) {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    overlays ??= new Overlays();
    return overlays.add(() => {
      close();
    });
  }, []);
}

/** The store of a dialog that is open for as long as it is on the page; the browser's way back closes it. */
export function useOverlay(onClose: () => void) {
  useClosedByBack(onClose);
  return useDialogStore({
    open: true,
    setOpen: (open) => {
      if (!open) onClose();
    },
  });
}
