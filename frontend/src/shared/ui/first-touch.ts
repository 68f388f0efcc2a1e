const TOUCHES = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Calls back once, at the first pointer or key event of the page; returns how to cancel that. */
export function onFirstTouch(act: () => void): () => void {
  const waiting = new AbortController();
  TOUCHES.forEach((touch) => {
    addEventListener(
      touch,
      () => {
        waiting.abort();
        act();
      },
      { capture: true, passive: true, signal: waiting.signal },
    );
  });
  return () => {
    waiting.abort();
  };
}
