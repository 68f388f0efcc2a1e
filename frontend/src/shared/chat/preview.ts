import type { Conversation, Message } from '@/shared/api/model';
import type { Texts } from '@/shared/i18n/english';
import { attachmentInWords, attachmentKind } from './attachments';
import { nameOf } from './conversation-names';
import { inWords } from './mentions';

/** What a message says, in plain words: where there is room for a line, and in notifications. */
export function previewOf(message: Message, conversation: Conversation, texts: Texts): string {
  const { text, deletedAt, file } = message;
  if (deletedAt !== null) return texts.message.deleted;
  if (text === null) return attachmentInWords(attachmentKind(message), texts, file?.name);
  return inWords(text, (userId) => nameOf(conversation, userId));
}
