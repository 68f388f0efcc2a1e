import type { Conversation, Mine } from '@/shared/api/model';

/**
 * How the signed-in user sees conversations in the list, in the order heard: an answer that was under way meanwhile knows less,
 * and a change that the server has not confirmed stays on top of whatever arrives.
 */
export class MineChanges {
  #now = 0;
  readonly #heard = new Map<string, { at: number; mine: Mine }>();
  readonly #pending = new Map<string, readonly Partial<Mine>[]>();

  /** A moment: everything heard later lies after it. */
  get now(): number {
    return this.#now;
  }

  hear(id: string, mine: Mine) {
    this.#now += 1;
    this.#heard.set(id, { at: this.#now, mine });
  }

  /** A change begins; what is returned ends it, with what is true from then on. */
  begin(id: string, change: Partial<Mine>): (mine: Mine) => void {
    this.#pending.set(id, [...this.#of(id), change]);
    return (mine) => {
      const left = this.#of(id).filter((each) => each !== change);
      if (left.length === 0) this.#pending.delete(id);
      else this.#pending.set(id, left);
      this.hear(id, mine);
    };
  }

  /** The conversation as it is seen now, when it was asked for at `moment`. */
  since(moment: number, conversation: Conversation): Conversation {
    const heard = this.#heard.get(conversation.id);
    const base = heard === undefined || heard.at <= moment ? conversation.mine : heard.mine;
    const pending = this.#of(conversation.id);
    const mine = pending.reduce<Mine>((seen, change) => ({ ...seen, ...change }), base);
    return mine === conversation.mine ? conversation : { ...conversation, mine };
  }

  #of(id: string): readonly Partial<Mine>[] {
    return this.#pending.get(id) ?? [];
  }
}
