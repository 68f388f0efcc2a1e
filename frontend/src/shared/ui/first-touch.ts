const TOUCHES = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Calls back once, as soon as somebody does anything with the page; answers how to call that off. */
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
