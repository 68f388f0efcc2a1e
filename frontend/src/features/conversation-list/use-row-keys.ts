import type { KeyboardEvent } from 'react';

const MOVES: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(count - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The arrows go from row to row; those that are not drawn yet are scrolled to first. */
export function useRowKeys(scrollToIndex: (index: number) => void, count: number) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    const move = MOVES[event.key];
    if (row === null || move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = move(Number(row.dataset['index']), count);
    const list = event.currentTarget;
    const focus = () => {
      list.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus();
    };
    scrollToIndex(next);
    if (list.querySelector(`[data-index="${next}"]`) === null) requestAnimationFrame(focus);
    else focus();
  };
}
