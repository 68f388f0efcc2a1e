import { useEffect, useEffectEvent } from 'react';

/** Rows that come into sight take so many frames to be measured; then the end is where it stays. */
const QUIET_FRAMES = 3;
/** An end that still moves then is one that more and more arrives at: that it is followed is not our affair. */
const MOST_FRAMES = 30;
/** Whoever does one of these decides where to be. */
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Jumps, and jumps again until the end is really reached: where it is shows only when the rows there have been drawn and
 * measured, and a scroll that was under way may come in between. Answers how to let go.
 */
export function settleAtEnd(scroller: HTMLElement, jump: () => void): () => void {
  let frame = 0;
  let quiet = 0;
  let frames = 0;
  const hands = new AbortController();
  const letGo = () => {
    cancelAnimationFrame(frame);
    hands.abort();
  };
  const look = () => {
    const away = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop > 1;
    // Also when it is there: a scroll on the way may have said that one has left.
    jump();
    quiet = away ? 0 : quiet + 1;
    frames += 1;
    if (quiet < QUIET_FRAMES && frames < MOST_FRAMES) frame = requestAnimationFrame(look);
    else letGo();
  };
  HANDS.forEach((hand) => {
    scroller.addEventListener(hand, letGo, { passive: true, signal: hands.signal });
  });
  jump();
  frame = requestAnimationFrame(look);
  return letGo;
}

/**
 * When the room gets smaller (a keyboard comes up, a long message is written, a phone is turned) its end stays in sight,
 * also while the rows are measured anew.
 */
export function useStayAtEnd(scroller: HTMLElement | null, atEnd: boolean, jump: () => void) {
  const isAtEnd = useEffectEvent(() => atEnd);
  const stay = useEffectEvent(jump);
  useEffect(() => {
    if (scroller === null) return;
    let size = [scroller.clientWidth, scroller.clientHeight].join();
    let letGo: (() => void) | undefined;
    const observer = new ResizeObserver(() => {
      const now = [scroller.clientWidth, scroller.clientHeight].join();
      if (now === size) return;
      size = now;
      letGo?.();
      if (isAtEnd())
        letGo = settleAtEnd(scroller, () => {
          stay();
        });
    });
    observer.observe(scroller);
    return () => {
      letGo?.();
      observer.disconnect();
    };
  }, [scroller]);
}
