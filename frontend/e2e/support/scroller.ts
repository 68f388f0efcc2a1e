import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What became of the frames while something was scrolled through, in milliseconds. */
export interface Frames {
  frames: number;
  median: number;
  p95: number;
  worst: number;
  /** Tasks that took longer than 50 ms. */
  longTasks: number;
  /** Frames in which nothing was to be seen in the middle. */
  blank: number;
  /** The most rows that were on the page at once. */
  mostRows: number;
}

/** The open conversation's history. */
export class Scroller {
  readonly #page: Page;
  readonly locator: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.locator = page.getByRole('group', { name: 'Messages' });
  }

  line(n: number): Locator {
    return this.locator.getByText(new RegExp(`^Message ${n}\\.`));
  }

  /** Where a line stands on the screen. */
  async topOf(n: number): Promise<number> {
    return Math.floor((await this.line(n).boundingBox())?.y ?? Number.NaN);
  }

  /** How far it is to the end. */
  toEnd(): Promise<number> {
    return this.locator.evaluate(({ scrollHeight, clientHeight, scrollTop }) =>
      Math.round(scrollHeight - clientHeight - scrollTop),
    );
  }

  async press(key: string) {
    await this.locator.focus();
    await this.#page.keyboard.press(key);
  }

  /** Down to the end, page by page, until all is here, of which `n` is the last. */
  async loadTo(n: number) {
    await expect
      .poll(
        async () => {
          await this.press('End');
          return this.line(n).count();
        },
        { timeout: 200_000, interval: 20 },
      )
      .toBe(1);
    // What came with the last page lies below the end that was gone to.
    await this.press('End');
    await expect.poll(() => this.toEnd()).toBeLessThanOrEqual(1);
  }
}

/** Scrolls by so much a frame until it goes no further, or for so many frames, and tells how that went. */
export function scrollThrough(scroller: Locator, perFrame: number, most = Infinity): Promise<Frames> {
  const way = [perFrame, Math.min(most, Number.MAX_SAFE_INTEGER)] as const;
  return scroller.evaluate(async (element, [step, longest]) => {
    const times: number[] = [];
    let longTasks = 0;
    let blank = 0;
    let mostRows = 0;
    const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
    observer.observe({ type: 'longtask' });
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const box = element.getBoundingClientRect();
    let before = await frame();
    for (let still = 0; still < 3 && times.length < longest;) {
      const from = element.scrollTop;
      element.scrollTop += step;
      const now = await frame();
      times.push(now - before);
      before = now;
      still = Math.abs(element.scrollTop - from) < 1 ? still + 1 : 0;
      const rows = element.querySelectorAll('li');
      mostRows = Math.max(mostRows, rows.length);
      const middle = box.top + box.height / 2;
      const seen = [...rows].some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top <= middle && bottom >= middle;
      });
      if (!seen) blank += 1;
    }
    observer.disconnect();
    times.sort((one, other) => one - other);
    const at = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
    return {
      frames: times.length,
      median: at(0.5),
      p95: at(0.95),
      worst: at(0.9999),
      longTasks,
      blank,
      mostRows,
    };
  }, way);
}
