import type { Conversation } from '@/shared/api/model';
import { titleOf } from '@/shared/chat/conversation-names';

/** Those in which every word sought begins a word of a name, the title, or what was said last; all, when none is sought. */
export function matching(
  conversations: readonly Conversation[],
  sought: string,
  ownId: string,
): readonly Conversation[] {
  const wanted = wordsIn(sought);
  if (wanted.length === 0) return conversations;
  return conversations.filter((conversation) => {
    const there = wordsOf(conversation, ownId);
    return wanted.every((word) => there.some((each) => each.startsWith(word)));
  });
}

/** Worked out once: all of a long list are gone through with every letter typed. */
const worked = new WeakMap<Conversation, readonly string[]>();

/** `ownId` is the same for as long as a conversation is held. */
function wordsOf(conversation: Conversation, ownId: string): readonly string[] {
  const known = worked.get(conversation);
  if (known !== undefined) return known;
  const words = wordsIn(textOf(conversation, ownId));
  worked.set(conversation, words);
  return words;
}

function textOf(conversation: Conversation, ownId: string): string {
  const others = conversation.members.filter(({ userId }) => userId !== ownId).map(({ name }) => name);
  return [titleOf(conversation, ownId), ...others, conversation.lastMessage?.text].join(' ');
}

/** Letters that are no other letter with something on it, and yet are looked for as one. */
const WHOLE: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** In small letters and without accents. Marks that make another letter, as in Hindi, stay. */
function wordsIn(text: string): string[] {
  return plain(text)
    .split(/[\s.,;:!?()"“”„«»…]+/u)
    .filter(Boolean);
}

function plain(text: string): string {
  // Most are; what is below takes ten times as long.
  if (/^[ -~]*$/u.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLocaleLowerCase()
    .replace(/[łøđßæœ]/gu, (letter) => WHOLE[letter] ?? letter);
}
