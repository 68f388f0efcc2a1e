import type { Conversation, Message } from '@/shared/api/model';
import type { Texts } from '@/shared/i18n/english';
import { nameOf } from './conversation-names';
import { inWords } from './mentions';

/** What a message says, in plain words: where there is room for a line, and in notifications. */
export function previewOf({ text, deletedAt }: Message, conversation: Conversation, texts: Texts): string {
  if (deletedAt !== null) return texts.message.deleted;
  if (text === null) return texts.conversations.picture;
  return inWords(text, (userId) => nameOf(conversation, userId));
}
