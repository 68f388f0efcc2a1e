import type { Conversation } from '@/shared/api/model';
import type { Presence } from './conversation-changes';
import { afterPresence } from './conversation-changes';

/** Who came and went, in the order heard: an answer that was under way meanwhile knows less, and is brought up to it. */
export class HeardPresence {
  #now = 0;
  readonly #heard = new Map<string, { at: number; presence: Presence }>();

  /** A moment: everything heard later lies after it. */
  get now(): number {
    return this.#now;
  }

  hear(presence: Presence) {
    this.#now += 1;
    this.#heard.set(presence.userId, { at: this.#now, presence });
  }

  /** The conversation, with what was heard since `moment`. */
  since(moment: number, conversation: Conversation): Conversation {
    if (moment === this.#now) return conversation;
    return conversation.members.reduce((known, { userId }) => {
      const heard = this.#heard.get(userId);
      return heard === undefined || heard.at <= moment ? known : afterPresence(known, heard.presence);
    }, conversation);
  }
}
