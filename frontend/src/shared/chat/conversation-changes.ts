import type { Conversation, Member, Message } from '@/shared/api/model';

/** How a conversation, as one member sees it, follows from what happens. Pure; a repeat changes nothing. */

/** `certain` is false when something must have been missed, so that the server has to be asked. */
export interface Change {
  conversation: Conversation;
  certain: boolean;
}

export function afterMessage(conversation: Conversation, message: Message, ownId: string): Change {
  if (message.seq <= conversation.lastSeq) return { conversation, certain: true };
  const own = message.senderId === ownId;
  // Sending reads up to one's own message only when nothing unread lies before it.
  const reads = own && conversation.unread === 0;
  return {
    certain: message.seq === conversation.lastSeq + 1,
    conversation: {
      ...conversation,
      lastSeq: message.seq,
      lastMessage: message,
      updatedAt: message.sentAt,
      unread: own ? conversation.unread : conversation.unread + 1,
      members: reads ? withRead(conversation.members, ownId, message.seq) : conversation.members,
    },
  };
}

export function afterRead(conversation: Conversation, userId: string, seq: number, ownId: string): Change {
  if (seq <= readSeq(conversation, userId)) return { conversation, certain: true };
  const all = seq >= conversation.lastSeq;
  return {
    certain: userId !== ownId || all,
    conversation: {
      ...conversation,
      members: withRead(conversation.members, userId, seq),
      unread: userId === ownId && all ? 0 : conversation.unread,
    },
  };
}

export function afterRename(conversation: Conversation, userId: string, name: string): Conversation {
  if (!conversation.members.some((member) => member.userId === userId && member.name !== name))
    return conversation;
  const members = conversation.members.map((member) =>
    member.userId === userId ? { ...member, name } : member,
  );
  return { ...conversation, members };
}

/** Of two views of the same conversation, the one that knows more: an answer may have been overtaken by a push. */
export function newerOf(
  known: Conversation | undefined,
  arriving: Conversation,
  ownId: string,
): Conversation {
  if (known === undefined || known.id !== arriving.id) return arriving;
  if (known.lastSeq !== arriving.lastSeq) return known.lastSeq > arriving.lastSeq ? known : arriving;
  return readSeq(known, ownId) > readSeq(arriving, ownId) ? known : arriving;
}

export function readSeq(conversation: Conversation, userId: string): number {
  return conversation.members.find((member) => member.userId === userId)?.readSeq ?? 0;
}

function withRead(members: readonly Member[], userId: string, seq: number): Member[] {
  return members.map((member) => (member.userId === userId ? { ...member, readSeq: seq } : member));
}
