import type { Conversation, Mine, User } from '@/shared/api/model';
import type { Route } from './answers';
import { json } from './answers';
import type { Talk } from './fake-conversations';
import { FakeConversations, TALK } from './fake-conversations';

const NOTHING: Mine = { mutedUntil: null, pinned: false, archived: false, markedUnread: false };

/** How each member sees a conversation in their own list. */
export abstract class FakeOwnViews extends FakeConversations {
  readonly #mine = new Map<string, Mine>();

  override view(talk: Talk, userId: string): Conversation {
    return { ...super.view(talk, userId), mine: this.mine(talk, userId) };
  }

  mine(talk: Talk, userId: string): Mine {
    return this.#mine.get(`${talk.id} ${userId}`) ?? NOTHING;
  }

  /** A member changes their view on some device; all their devices hear of it. */
  see(talk: Talk, { id }: Pick<User, 'id'>, change: Partial<Mine>) {
    this.#mine.set(`${talk.id} ${id}`, { ...this.mine(talk, id), ...change });
    this.push({ type: 'conversation', conversation: this.view(talk, id) }, [id]);
  }

  protected override routes(userId: string): Route[] {
    return [
      ...super.routes(userId),
      [
        `PATCH ${TALK}/mine`,
        ({ id }, body) =>
          this.withTalk(id, userId, (talk) => {
            this.see(talk, { id: userId }, body);
            return json(200, this.view(talk, userId));
          }),
      ],
    ];
  }

  /** A message brings a conversation out of the archive. */
  protected override append<T extends object>(
    talk: Talk,
    by: string,
    entry: T & { type: string },
    at?: string,
  ) {
    if (entry.type === 'message')
      for (const id of talk.memberIds) {
        const mine = this.mine(talk, id);
        if (mine.archived) this.#mine.set(`${talk.id} ${id}`, { ...mine, archived: false });
      }
    return super.append(talk, by, entry, at);
  }
}
