import { locks } from './locks';

/** Marks this tab as alive for as long as it is: a lock goes with the page that holds it, however that ends. */
export class TabMark {
  readonly id: string = crypto.randomUUID();
  #release: () => void = () => undefined;

  constructor() {
    void locks()?.request(lockOf(this.id), () => new Promise<void>((resolve) => (this.#release = resolve)));
  }

  /** Whether another tab is closed, so that this one may send what it left. Without locks every other tab counts as closed. */
  async isGone(tab: string): Promise<boolean> {
    if (tab === this.id) return false;
    const available = await locks()?.request(lockOf(tab), { ifAvailable: true }, (lock) =>
      Promise.resolve(lock !== null),
    );
    return available ?? true;
  }

  close() {
    this.#release();
  }
}

function lockOf(tab: string): string {
  return `natter.tab.${tab}`;
}
