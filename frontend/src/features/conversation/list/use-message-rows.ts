import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useState } from 'react';
import type { Row } from './timeline-rows';

/** So near the end counts as being there. */
const NEAR_PX = 48;
/** A line of text with what stands around it; rows are measured once they are drawn. */
const ROW_PX = 46;
/** Room for what is said of further pages: one reads it before they come in its place. */
const FURTHER_PX = 48;
const MARGIN_PX = 8;
/** Drawn beyond the edges, so that what one scrolls to is there. */
const BEYOND = 12;

/** The rows that are drawn, of however many there are. What one reads keeps its place, whatever comes in above or below. */
export function useMessageRows(rows: readonly Row[], moreBelow: boolean) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [atEnd, setAtEnd] = useState(true);
  // The same one while the rows are the same: with another one all places are worked out anew, which takes its time for 10,000.
  const getItemKey = useCallback((index: number) => rows[index]?.item.key ?? index, [rows]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is read where it is made
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    getItemKey,
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
    paddingStart: FURTHER_PX,
    // Where one comes in does not begin under the day that floats there.
    scrollPaddingStart: FURTHER_PX,
    paddingEnd: moreBelow ? FURTHER_PX : MARGIN_PX,
    anchorTo: 'end',
    // Who follows the end, and how far, is decided by what was read: see `useReading`.
    followOnAppend: false,
    scrollEndThreshold: NEAR_PX,
    directDomUpdates: true,
    // Moved by a transform every row would be a layer of its own, to be put together anew with every frame.
    directDomUpdatesMode: 'position',
  });
  // A row changes at its top, when it no longer begins a day or a run: what is below that keeps its place.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (row, _, { scrollOffset }) =>
    row.start < (scrollOffset ?? 0);

  return {
    scroller,
    setScroller,
    /** To be given the element that holds the rows, and each row. */
    setHolder: virtualizer.containerRef,
    measure: virtualizer.measureElement,
    /** Which rows are to be drawn. */
    indexes: virtualizer.getVirtualItems().map(({ index }) => index),
    topmost: virtualizer.range?.startIndex,
    moving: virtualizer.isScrolling,
    atEnd: atEnd && !moreBelow,
    /** Goes to the row, or to the end when there is none. */
    jumpTo: (index: number, align: 'start' | 'center' = 'start') => {
      if (index >= 0) virtualizer.scrollToIndex(index, { align });
      else virtualizer.scrollToEnd();
      setAtEnd(virtualizer.isAtEnd(NEAR_PX));
    },
    onScroll: () => {
      setAtEnd(virtualizer.isAtEnd(NEAR_PX));
    },
  };
}

export type MessageRows = ReturnType<typeof useMessageRows>;
