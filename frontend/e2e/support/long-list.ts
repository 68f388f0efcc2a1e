import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The conversations beside the open one. */
export class LongList {
  readonly #page: Page;
  readonly rows: Locator;
  readonly scroller: Locator;

  constructor(page: Page) {
    this.#page = page;
    const list = page.getByRole('navigation', { name: 'Conversations' });
    this.rows = list.getByRole('link');
    this.scroller = list.locator('..');
  }

  row(name: string): Locator {
    return this.scroller.getByText(name, { exact: true });
  }

  /** Down to the end, page by page, until the last of them is here. */
  async loadTo(name: string) {
    await this.rows.first().waitFor();
    await expect
      .poll(
        async () => {
          await this.scroller.evaluate((element) => {
            element.scrollTop = element.scrollHeight;
          });
          return this.row(name).count();
        },
        { timeout: 300_000, interval: 20 },
      )
      .toBe(1);
  }

  async toTop() {
    await this.scroller.evaluate((element) => {
      element.scrollTop = 0;
    });
    await expect.poll(() => this.scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  }

  seek(words: string): Promise<void> {
    return this.#page.getByLabel('Search conversations').fill(words);
  }

  /** Counts the rows of which anything was written anew, or that came, until it is asked how many these were. */
  async watch(): Promise<() => Promise<number>> {
    const seen = await this.scroller.evaluateHandle((element) => {
      const changed = new Set<Node>();
      const rowOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('li');
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records)
          for (const node of [target, ...addedNodes]) {
            const row = rowOf(node);
            if (row) changed.add(row);
          }
      }).observe(element, { subtree: true, childList: true, characterData: true });
      return changed;
    });
    return () => seen.evaluate(({ size }) => size);
  }

  /** How much the device keeps of it. */
  kept(ownerId: string): Promise<number> {
    return this.#page.evaluate(
      (owner) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open(owner);
          opening.onerror = reject;
          opening.onsuccess = () => {
            const get = opening.result.transaction('list').objectStore('list').get('recent');
            get.onsuccess = () => {
              opening.result.close();
              resolve((get.result as unknown[]).length);
            };
          };
        }),
      `natter.${ownerId}`,
    );
  }
}
