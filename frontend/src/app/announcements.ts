import type { Conversation, Message } from '@/shared/api/model';
import { nameOf, titleOf } from '@/shared/chat/conversation-names';
import { previewOf } from '@/shared/chat/preview';
import type { SpokenLanguage } from '@/shared/i18n/spoken-language';
import { isMuted } from '@/shared/own-view/muted';
import type { SignedIn } from '@/shared/signed-in/signed-in';
import type { Calls } from './calls';

type Scope = Pick<SignedIn, 'ownId' | 'conversations' | 'announcer' | 'toasts'>;

/** Says what happens where it is not on screen: by calls, toasts and to screen readers. */
export class Announcements {
  readonly #language: SpokenLanguage;
  readonly #calls: Calls;
  readonly #scope: Scope;

  constructor(language: SpokenLanguage, calls: Calls, scope: Scope) {
    this.#language = language;
    this.#calls = calls;
    this.#scope = scope;
  }

  /** A message has come; `conversation` as it was before. What is muted is said only where it is open. */
  announce(message: Message, conversation: Conversation | undefined) {
    const { ownId, conversations, announcer } = this.#scope;
    if (message.senderId === ownId || conversation === undefined || message.seq <= conversation.lastSeq)
      return;
    const { texts } = this.#language.getSnapshot();
    const name = nameOf(conversation, message.senderId) ?? texts.conversations.unnamed;
    const words = texts.conversation;
    const text = previewOf(message, conversation, texts);
    const here = location.pathname === `/c/${encodeURIComponent(message.conversationId)}`;
    const muted = isMuted(conversation);
    if (!muted) {
      this.#calls.call({
        message,
        title: name,
        body: text,
        stillUnread: () => (conversations.get(message.conversationId)?.unread ?? 0) > 0,
      });
    }
    if (here) announcer.say(words.said(name, text));
    else if (!muted) announcer.say(words.saidElsewhere(name));
  }

  sayNotSent(id: string) {
    const words = this.#language.getSnapshot().texts.conversation;
    this.#scope.toasts.fail(words.notSentTo(this.#nameOf(id)), `/c/${encodeURIComponent(id)}`);
  }

  /** Nothing is said of a conversation that is not known. */
  sayLeft(id: string) {
    if (this.#scope.conversations.get(id) === undefined) return;
    this.#scope.toasts.tell(this.#language.getSnapshot().texts.groups.left(this.#nameOf(id)));
  }

  #nameOf(id: string): string {
    const { conversations, ownId } = this.#scope;
    const conversation = conversations.get(id);
    const unnamed = this.#language.getSnapshot().texts.conversations.unnamed;
    return (conversation && titleOf(conversation, ownId)) ?? unnamed;
  }
}
