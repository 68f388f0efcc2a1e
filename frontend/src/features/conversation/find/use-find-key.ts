import type { RefObject } from 'react';
import { useEffect, useEffectEvent } from 'react';

/**
 * Ctrl+F (⌘F) in a conversation, or where nothing has the focus, calls back. In the search itself it stays the browser's: pressed
 * twice it looks through the page.
 */
export function useFindKey(pane: RefObject<HTMLElement | null>, onFind: () => void) {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey, key, code, target } = event;
    if (!(ctrlKey || metaKey) || altKey || shiftKey || (key.toLowerCase() !== 'f' && code !== 'KeyF')) return;
    if (!(target instanceof Element) || target.closest('[role=search]') !== null) return;
    if (target !== document.body && pane.current?.contains(target) !== true) return;
    if (document.querySelector('[role=dialog], [role=menu]') !== null) return;
    event.preventDefault();
    onFind();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      hear(event);
    };
    addEventListener('keydown', listener);
    return () => {
      removeEventListener('keydown', listener);
    };
  }, []);
}
