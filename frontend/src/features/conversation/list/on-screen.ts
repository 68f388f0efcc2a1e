/** Where something begins and ends, from top to bottom. */
export interface Extent {
  top: number;
  bottom: number;
}

/** Rounding, and the room below a message's last line. */
const TOLERANCE_PX = 4;

/** Whether one sees a message to its end. The beginning of a tall one may be above what is to be seen. */
export function endsOnScreen({ bottom }: Extent, view: Extent): boolean {
  return bottom <= view.bottom + TOLERANCE_PX && bottom > view.top + TOLERANCE_PX;
}

/** The numbers of the messages that one sees in a scroller to their end. */
export function seqsOnScreen(scroller: HTMLElement): number[] {
  // On a page that is gone everything has the place 0.
  if (!scroller.isConnected) return [];
  const view = viewOf(scroller);
  const drawn = [...scroller.querySelectorAll<HTMLElement>('[data-seq]')];
  return drawn
    .filter((element) => endsOnScreen(element.getBoundingClientRect(), view))
    .map((element) => Number(element.dataset['seq']));
}

/** The part of the scroller that no keyboard covers. */
function viewOf(scroller: HTMLElement): Extent {
  const { top, bottom } = scroller.getBoundingClientRect();
  const { visualViewport } = globalThis as { visualViewport?: VisualViewport | null };
  if (visualViewport === undefined || visualViewport === null) return { top, bottom };
  const { offsetTop, height } = visualViewport;
  return { top: Math.max(top, offsetTop), bottom: Math.min(bottom, offsetTop + height) };
}

/** Whether the row of a message is above what one sees; rows that are far away are not drawn. */
export function isAbove(scroller: HTMLElement, row: number, seq: number): boolean {
  const drawn = scroller.querySelector(`[data-seq="${seq}"]`);
  if (drawn !== null) return drawn.getBoundingClientRect().bottom <= viewOf(scroller).top;
  const first = scroller.querySelector<HTMLElement>('[data-index]');
  return first !== null && row < Number(first.dataset['index']);
}
