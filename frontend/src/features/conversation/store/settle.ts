import { useEffect, useEffectEvent } from 'react';

/** Rows that come into sight take so many frames to be measured; then what was jumped to stays where it is. */
const QUIET_FRAMES = 3;
/** What still moves then does so because more and more arrives. */
const MOST_FRAMES = 30;
/** A reader who does one of these decides where to be. */
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Jumps, and jumps again until the list stands still: where a row is shows only when the rows around it have been drawn and
 * measured, and a scroll that was under way may come in between. Calls `done` then, or when the reader takes over. Returns how to
 * let go without that.
 */
export function settle(scroller: HTMLElement, jump: () => void, done: () => void = () => undefined) {
  let frame = 0;
  let quiet = 0;
  let frames = 0;
  let before = '';
  const hands = new AbortController();
  const letGo = () => {
    cancelAnimationFrame(frame);
    hands.abort();
  };
  const end = () => {
    letGo();
    done();
  };
  const look = () => {
    // Also when nothing has moved: a scroll on the way may have said that one has left.
    jump();
    const now = [scroller.scrollTop, scroller.scrollHeight, scroller.clientHeight].join();
    quiet = now === before ? quiet + 1 : 0;
    before = now;
    frames += 1;
    if (quiet < QUIET_FRAMES && frames < MOST_FRAMES) frame = requestAnimationFrame(look);
    else end();
  };
  HANDS.forEach((hand) => {
    scroller.addEventListener(hand, end, { passive: true, signal: hands.signal });
  });
  jump();
  frame = requestAnimationFrame(look);
  return letGo;
}

/** Calls back when the room for the list changes: a keyboard comes up, a long message is written, a phone is turned. */
export function useResize(scroller: HTMLElement | null, onResize: () => void) {
  const resized = useEffectEvent(onResize);
  useEffect(() => {
    if (scroller === null) return;
    let size = [scroller.clientWidth, scroller.clientHeight].join();
    const observer = new ResizeObserver(() => {
      const now = [scroller.clientWidth, scroller.clientHeight].join();
      if (now === size) return;
      size = now;
      resized();
    });
    observer.observe(scroller);
    return () => {
      observer.disconnect();
    };
  }, [scroller]);
}
