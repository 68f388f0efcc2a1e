interface Size {
  width: number;
  height: number;
}

const WIDEST = 320;
const TALLEST = 384;
const NARROWEST = 120;

/** Gives an element the room its image will take. By hand: the policy of the page allows no style attributes. */
export function sized({ width, height }: Size) {
  return (element: HTMLElement | null) => {
    if (element === null) return;
    const ratio = Math.min(4, Math.max(0.4, width / Math.max(1, height)));
    const wide = Math.min(WIDEST, TALLEST * ratio, Math.max(NARROWEST, width));
    element.style.setProperty('--ratio', String(ratio));
    element.style.setProperty('--wide', `${Math.round(wide)}px`);
  };
}
