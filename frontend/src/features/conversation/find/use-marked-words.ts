import { useEffect } from 'react';
import { rangesIn } from './marked-words';

const NAME = 'found';

/** Marks what one looks for in the messages that are drawn; where the browser can (CSS highlights). */
export function useMarkedWords(list: HTMLElement | null, query: string) {
  useEffect(() => {
    // Not in every browser, whatever the types say.
    const { highlights } = (globalThis as { CSS?: { highlights?: HighlightRegistry } }).CSS ?? {};
    if (query === '' || list === null || highlights === undefined) return;
    const mark = () => {
      highlights.set(NAME, new Highlight(...rangesIn(list, query)));
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(list, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      highlights.delete(NAME);
    };
  }, [list, query]);
}
