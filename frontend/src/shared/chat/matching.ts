import type { Conversation } from '@/shared/api/model';
import { titleOf } from '@/shared/chat/conversation-names';
import { matches, soughtIn, wordsOf } from '@/shared/text/fold';

/** Those in which every word sought begins a word of a name, the title, or what was said last; all, when none is sought. */
export function matching(
  conversations: readonly Conversation[],
  sought: string,
  ownId: string,
): readonly Conversation[] {
  const wanted = soughtIn(sought);
  if (wanted.length === 0) return conversations;
  return conversations.filter((conversation) => {
    const there = wordsIn(conversation, ownId);
    return wanted.every((word) => matches(there, word));
  });
}

/** Worked out once: all of a long list are gone through with every letter typed. */
const worked = new WeakMap<Conversation, readonly string[]>();

/** `ownId` is the same for as long as a conversation is held. */
function wordsIn(conversation: Conversation, ownId: string): readonly string[] {
  const known = worked.get(conversation);
  if (known !== undefined) return known;
  const words = wordsOf(textOf(conversation, ownId));
  worked.set(conversation, words);
  return words;
}

function textOf(conversation: Conversation, ownId: string): string {
  const others = conversation.members.filter(({ userId }) => userId !== ownId).map(({ name }) => name);
  return [titleOf(conversation, ownId), ...others, conversation.lastMessage?.text].join(' ');
}
