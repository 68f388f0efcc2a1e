import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Message } from '@/shared/api/model';
import type { ConversationStore } from '../store/conversation-store';
import { OwnReactions } from '../reactions/own-reactions';

const MESSAGE = '/api/v1/conversations/{conversationId}/messages/{messageId}';

/** What one does with the messages of a conversation. Each call fails with a Problem, and has changed nothing then. */
export class MessageActions {
  readonly reactions: OwnReactions;
  readonly #api: Api;
  readonly #conversationId: string;
  readonly #store: ConversationStore;

  constructor(ownId: string, api: Api, conversationId: string, store: ConversationStore) {
    this.#api = api;
    this.#conversationId = conversationId;
    this.#store = store;
    this.reactions = new OwnReactions(async (messageId, emoji, added) => {
      const params = { path: { conversationId, messageId, emoji } };
      const url = `${MESSAGE}/reactions/{emoji}` as const;
      await answer(added ? api.PUT(url, { params }) : api.DELETE(url, { params }));
      store.acknowledgeChange(messageId, { type: 'reacted', by: ownId, emoji, added });
    });
  }

  async edit({ id }: Message, text: string): Promise<void> {
    const edited = await answer(this.#api.PATCH(MESSAGE, { params: this.#paramsOf(id), body: { text } }));
    const { text: stored, mentions, editedAt } = edited;
    this.#store.acknowledgeChange(id, { type: 'edited', text: stored, mentions, at: editedAt ?? '' });
  }

  /** For everyone. */
  async remove({ id }: Message): Promise<void> {
    await answer(this.#api.DELETE(MESSAGE, { params: this.#paramsOf(id) }));
    this.#store.acknowledgeChange(id, { type: 'deleted', at: new Date().toISOString() });
  }

  #paramsOf(messageId: string) {
    return { path: { conversationId: this.#conversationId, messageId } };
  }
}
