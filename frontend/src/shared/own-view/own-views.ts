import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Mine } from '@/shared/api/model';
import type { ConversationCache } from '@/shared/chat/conversation-cache';

/** Changes how the signed-in user sees conversations: at once on screen, then on the server, in the order asked for. */
export class OwnViews {
  readonly #api: Api;
  readonly #conversations: ConversationCache;
  /** The last change of each conversation that is under way. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(api: Api, conversations: ConversationCache) {
    this.#api = api;
    this.#conversations = conversations;
  }

  /** Fails when the server refuses or cannot be reached; the screen then shows what was before. */
  async change(id: string, change: Partial<Mine>): Promise<void> {
    const end = this.#conversations.beginMine(id, change);
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(() =>
      answer(
        this.#api.PATCH('/api/v1/conversations/{conversationId}/mine', {
          params: { path: { conversationId: id } },
          body: change,
        }),
      ),
    );
    const settled = turn.catch(() => undefined);
    this.#turns.set(id, settled);
    try {
      await turn;
      end(true);
    } catch (reason) {
      end(false);
      throw reason;
    } finally {
      if (this.#turns.get(id) === settled) this.#turns.delete(id);
    }
  }
}
