import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Locator, Page } from 'playwright-core';

export const SLOWER = Number(process.env['NATTER_SLOWER'] ?? 4);

const directory = process.env['NATTER_PROFILE'];

/** A page whose processor is made slower, and what scrolling costs there. */
export class Slowed {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async down(page: Page): Promise<Slowed> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return new Slowed(session);
  }

  /** Scrolls by so many pixels a frame for so many frames, and prints what became of the frames. */
  async scroll(name: string, scroller: Locator, perFrame: number, frames: number) {
    if (directory !== undefined) {
      await this.#session.send('Profiler.enable');
      await this.#session.send('Profiler.start');
    }
    const before = await this.#spent();
    const { tasks, ms } = await scroller.evaluate(throughFrames, [perFrame, frames] as const);
    const after = await this.#spent();
    if (directory !== undefined) {
      const { profile } = await this.#session.send('Profiler.stop');
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, `${name.replace(/\W+/g, '-')}.cpuprofile`), JSON.stringify(profile));
    }
    ms.sort((one, other) => one - other);
    const at = (part: number) => Math.round(ms[Math.floor(ms.length * part)] ?? 0);
    console.log(name, {
      frames: ms.length,
      median: at(0.5),
      p95: at(0.95),
      // Each frame is there for one beat of a screen; the further beats it took showed nothing new.
      dropped: ms.reduce((sum, each) => sum + Math.max(0, Math.round(each / (1_000 / 60)) - 1), 0),
      tasksAbove50ms: tasks.length,
      longest: Math.max(0, ...tasks),
      // What one frame cost, as the slowed processor took it.
      ...Object.fromEntries(
        Object.entries(after).map(([kind, spent]) => [
          kind,
          Math.round((spent - (before[kind] ?? 0)) / frames),
        ]),
      ),
    });
  }

  /** How long the page has been at each kind of work so far, in milliseconds. */
  async #spent(): Promise<Record<string, number>> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const kinds = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration', 'TaskDuration'];
    return Object.fromEntries(
      metrics
        .filter(({ name }) => kinds.includes(name))
        .map(({ name, value }) => [name.replace('Duration', ''), value * 1_000]),
    );
  }
}

/** Asks the page for nothing that it does not do by itself: the place is read when the layout is done. */
async function throughFrames(element: Element, [step, longest]: readonly [number, number]) {
  const tasks: number[] = [];
  const ms: number[] = [];
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
  });
  observer.observe({ type: 'longtask' });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let before = await frame();
  while (ms.length < longest) {
    element.scrollBy(0, step);
    const now = await frame();
    ms.push(now - before);
    before = now;
  }
  await frame();
  observer.disconnect();
  return { tasks, ms };
}
