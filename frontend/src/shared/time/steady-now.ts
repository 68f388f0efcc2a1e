/**
 * Milliseconds since the epoch, on a clock that never goes back while the page is open: setting the machine's clock back
 * stops no countdown. Time that the machine sleeps counts.
 */
export function steadyNow(): number {
  return Math.max(Date.now(), performance.timeOrigin + performance.now());
}
