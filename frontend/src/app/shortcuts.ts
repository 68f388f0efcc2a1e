import { useEffect, useEffectEvent } from 'react';

interface Shortcuts {
  /** Whether a conversation is open. */
  open: boolean;
  toList: () => void;
  /** Leads to the next conversation of the list, or the previous one. */
  toNext: (step: 1 | -1) => void;
  onHelp: () => void;
}

/**
 * Ctrl+K (⌘K) looks for a conversation, wherever one is; Alt with an arrow leads to the next or previous one; Escape leads from an
 * open one to the list; a question mark shows all keys.
 */
export function useShortcuts({ open, toList, toNext, onHelp }: Shortcuts) {
  const leave = useEffectEvent(toList);
  const goOn = useEffectEvent(toNext);
  const help = useEffectEvent(onHelp);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    // What lies over the page has keys of its own.
    if (
      event.defaultPrevented ||
      isComposing ||
      document.querySelector('[role=dialog], [role=menu]') !== null
    )
      return;
    if (key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey) {
      event.preventDefault();
      if (!visible(search())) leave();
      // On a phone the list is there once the conversation is gone.
      requestAnimationFrame(() => search()?.focus());
    } else if (altKey && !ctrlKey && !metaKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      goOn(key === 'ArrowDown' ? 1 : -1);
    } else if (key === '?' && !ctrlKey && !metaKey && !isWriting(event.target)) {
      event.preventDefault();
      help();
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

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
