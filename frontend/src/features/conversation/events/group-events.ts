import type { GroupEvent } from '@/shared/chat/group-events';

/** The changes of a group that are known, each once, ascending by `seq`. */
export class GroupEvents {
  #all: readonly GroupEvent[] = [];
  #shown: readonly GroupEvent[] = [];

  add(events: readonly GroupEvent[]) {
    const known = new Set(this.#all.map(({ seq }) => seq));
    const fresh = events.filter(({ seq }) => !known.has(seq));
    if (fresh.length === 0) return;
    this.#all = [...this.#all, ...fresh].sort((one, other) => one.seq - other.seq);
  }

  /** Those from one entry of the log to another; the same array while they are the same. */
  within(from: number, to: number): readonly GroupEvent[] {
    const found = this.#all.filter(({ seq }) => seq >= from && seq <= to);
    const same = found.length === this.#shown.length && found.every((each, at) => each === this.#shown[at]);
    if (!same) this.#shown = found;
    return this.#shown;
  }
}
