import type { Entry, Message, Quote } from '@/shared/api/model';
import { attachmentKind } from './attachments';

/** How a message follows from the entries of the log that change it. Pure; a repeat changes nothing. */

export type MessageChange = Extract<Entry, { type: 'edited' | 'deleted' | 'reacted' }>;

/** A change, with the state of the message after it where that is known. */
export interface HeardChange {
  entry: MessageChange;
  message?: Message | undefined;
}

/** Code points of a quoted text that a quote shows. */
const LONGEST_QUOTE = 200;

/** The change that an entry of the log makes to a message, if it does. */
export function changeIn(entry: object): MessageChange | undefined {
  const { type } = entry as Partial<Entry>;
  const changes = type === 'edited' || type === 'deleted' || type === 'reacted';
  return changes ? (entry as MessageChange) : undefined;
}

/** A message, or one that quotes it, after a change. */
export function afterHeard(state: Message, { entry, message }: HeardChange): Message {
  if (state.id === entry.messageId) return message ?? afterChange(state, entry);
  if (state.replyTo?.id !== entry.messageId) return state;
  const replyTo = message === undefined ? quoteAfter(state.replyTo, entry) : quoteOf(message);
  return { ...state, replyTo };
}

/** What an entry says of a change, whether it has a number or is about to get one. */
export type ChangeContent =
  | Pick<Extract<Entry, { type: 'edited' }>, 'type' | 'at' | 'text' | 'mentions'>
  | Pick<Extract<Entry, { type: 'deleted' }>, 'type' | 'at'>
  | Pick<Extract<Entry, { type: 'reacted' }>, 'type' | 'by' | 'emoji' | 'added'>;

export function afterChange(message: Message, change: ChangeContent): Message {
  if (message.deletedAt !== null) return message;
  switch (change.type) {
    case 'edited':
      return { ...message, text: change.text, mentions: change.mentions, editedAt: change.at };
    case 'deleted':
      return {
        ...message,
        text: null,
        image: null,
        file: null,
        voice: null,
        replyTo: null,
        mentions: [],
        reactions: [],
        deletedAt: change.at,
      };
    case 'reacted':
      return { ...message, reactions: afterReaction(message.reactions, change) };
  }
}

export function quoteOf(message: Message): Quote {
  const { id, seq, senderId, text, deletedAt } = message;
  return { id, seq, senderId, text: excerpt(text), attachment: attachmentKind(message) ?? null, deletedAt };
}

function quoteAfter(quote: Quote, change: MessageChange): Quote {
  if (quote.deletedAt !== null) return quote;
  if (change.type === 'edited') return { ...quote, text: excerpt(change.text) };
  if (change.type === 'deleted') return { ...quote, text: null, attachment: null, deletedAt: change.at };
  return quote;
}

function excerpt(text: string | null): string | null {
  if (text === null || text.length <= LONGEST_QUOTE) return text;
  const points = Array.from(text);
  return points.length <= LONGEST_QUOTE ? text : `${points.slice(0, LONGEST_QUOTE).join('')}…`;
}

type Reactions = Message['reactions'];

/** In the order in which each emoji was first used. */
function afterReaction(
  reactions: Reactions,
  { by, emoji, added }: Extract<ChangeContent, { type: 'reacted' }>,
): Reactions {
  const known = reactions.find((each) => each.emoji === emoji)?.userIds ?? [];
  if (known.includes(by) === added) return reactions;
  if (known.length === 0) return [...reactions, { emoji, userIds: [by] }];
  return reactions
    .map((each) =>
      each.emoji !== emoji
        ? each
        : { emoji, userIds: added ? [...each.userIds, by] : each.userIds.filter((id) => id !== by) },
    )
    .filter(({ userIds }) => userIds.length > 0);
}
