import { useLayoutEffect, useRef, useState } from 'react';

/** So near the end counts as being there. */
const NEAR_PX = 48;

export interface SteadyScroll {
  /** The scroller; a ref and what it is given to. */
  scroller: HTMLDivElement | null;
  setScroller: (element: HTMLDivElement | null) => void;
  atEnd: boolean;
  toEnd: () => void;
  onScroll: () => void;
}

/** Where one is in a scroller that is laid out in reverse: its end is where it rests. */
export function useSteadyScroll(): SteadyScroll {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [atEnd, setAtEnd] = useState(true);

  const onScroll = () => {
    setAtEnd((scroller?.scrollTop ?? 0) >= -NEAR_PX);
  };
  const toEnd = () => {
    scroller?.scrollTo({ top: 0, behavior: 'instant' });
    setAtEnd(true);
  };
  return { scroller, setScroller, atEnd, toEnd, onScroll };
}

interface Edges {
  first: string | undefined;
  /** Changes with everything that is added below. */
  last: string | undefined;
}

/**
 * Keeps still what one reads. The scroller is laid out in reverse, so that its end is where it rests and what comes in
 * above moves nothing; what comes in below, while one reads further up, is made up for here.
 */
export function useKeepStill(scroller: HTMLElement | null, { first, last }: Edges) {
  const before = useRef({ first, last, height: 0 });

  useLayoutEffect(() => {
    if (scroller === null) return;
    const grown = scroller.scrollHeight - before.current.height;
    const below = before.current.first === first && before.current.last !== last;
    if (below && grown > 0 && scroller.scrollTop < -NEAR_PX)
      scroller.scrollBy({ top: -grown, behavior: 'instant' });
    before.current = { first, last, height: scroller.scrollHeight };
  }, [scroller, first, last]);
}
