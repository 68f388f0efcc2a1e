import { useEffect, useEffectEvent } from 'react';

/** Ctrl+K (⌘K) looks for a conversation, wherever one is; Escape leads from an open one to the list. */
export function useShortcuts(open: boolean, toList: () => void) {
  const leave = useEffectEvent(toList);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    // What lies over the page has keys of its own.
    if (event.defaultPrevented || isComposing || document.querySelector('[role=dialog]') !== null) return;
    if (key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey) {
      event.preventDefault();
      if (!visible(search())) leave();
      // On a phone the list is there once the conversation is gone.
      requestAnimationFrame(() => search()?.focus());
    } else if (key === 'Escape' && open && !(event.target as Element).closest('[role=search]')) {
      const current = document.querySelector<HTMLElement>('nav a[aria-current=page]');
      if (current !== null && visible(current)) current.focus();
      else leave();
    }
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', hear);
    };
  }, []);
}

function search(): HTMLElement | null {
  return document.querySelector('[role=search] input');
}

function visible(element: HTMLElement | null): boolean {
  return element?.checkVisibility() === true;
}
