import type { Conversation, Member, Message, Mine, User } from '@/shared/api/model';
import type { HeardChange } from './message-changes';
import { afterHeard } from './message-changes';

/** How a conversation, as one member sees it, follows from what happens. Pure; a repeat changes nothing. */

/** `certain` is false when something must have been missed, so that the server has to be asked. */
export interface Change {
  conversation: Conversation;
  certain: boolean;
}

export function afterMessage(conversation: Conversation, message: Message, ownId: string): Change {
  if (message.seq <= conversation.lastSeq) return { conversation, certain: true };
  const own = message.senderId === ownId;
  return {
    // Of a large group only the latest speakers are here: with a new one, the others are to be asked for.
    certain:
      message.seq === conversation.lastSeq + 1 &&
      (!isLarge(conversation) || conversation.members.some(({ userId }) => userId === message.senderId)),
    conversation: {
      ...conversation,
      lastSeq: message.seq,
      lastMessage: message,
      updatedAt: message.sentAt,
      unread: own ? conversation.unread : conversation.unread + 1,
      mine: conversation.mine.archived ? { ...conversation.mine, archived: false } : conversation.mine,
    },
  };
}

/** Something happened that is no message, but may change one. */
export function afterEntry(
  conversation: Conversation,
  seq: number,
  ownId: string,
  change?: HeardChange,
): Change {
  const { lastSeq, lastMessage, unread } = conversation;
  if (seq <= lastSeq) return { conversation, certain: true };
  const deleted = change?.entry.type === 'deleted' ? change : undefined;
  const wasUnread =
    deleted?.message !== undefined &&
    deleted.message.senderId !== ownId &&
    deleted.message.seq > readSeq(conversation, ownId);
  return {
    certain: seq === lastSeq + 1 && (deleted === undefined || deleted.message !== undefined),
    conversation: {
      ...conversation,
      lastSeq: seq,
      lastMessage:
        change === undefined || lastMessage === null ? lastMessage : afterHeard(lastMessage, change),
      unread: wasUnread ? Math.max(0, unread - 1) : unread,
    },
  };
}

/** `unread` is what is left after `seq`, for who can count it: otherwise reading but a part leaves it uncertain. */
export function afterRead(
  conversation: Conversation,
  userId: string,
  seq: number,
  ownId: string,
  unread?: number,
): Change {
  if (userId === ownId && conversation.mine.markedUnread) {
    const mine = { ...conversation.mine, markedUnread: false };
    return afterRead({ ...conversation, mine }, userId, seq, ownId, unread);
  }
  if (seq <= readSeq(conversation, userId)) return { conversation, certain: true };
  const left = seq >= conversation.lastSeq ? 0 : unread;
  const own = userId === ownId;
  return {
    certain: !own || left !== undefined,
    conversation: {
      ...conversation,
      members: withReceipts(conversation.members, userId, { readSeq: seq, deliveredSeq: seq }),
      unread: own ? (left ?? conversation.unread) : conversation.unread,
    },
  };
}

export function afterDelivered(conversation: Conversation, userId: string, seq: number): Conversation {
  const known = conversation.members.find((member) => member.userId === userId);
  if (known === undefined || seq <= known.deliveredSeq) return conversation;
  return { ...conversation, members: withReceipts(conversation.members, userId, { deliveredSeq: seq }) };
}

export type Presence = Pick<Member, 'userId' | 'online' | 'lastSeenAt'>;

export function afterPresence(conversation: Conversation, presence: Presence): Conversation {
  const { userId, online } = presence;
  const known = conversation.members.find((member) => member.userId === userId);
  if (known === undefined) return conversation;
  // Who comes is not asked when they were last here.
  const lastSeenAt = presence.lastSeenAt ?? known.lastSeenAt;
  if (known.online === online && known.lastSeenAt === lastSeenAt) return conversation;
  const members = conversation.members.map((member) =>
    member.userId === userId ? { ...member, online, lastSeenAt } : member,
  );
  return { ...conversation, members };
}

/** The name or photo of a user has changed. */
export function afterRename(
  conversation: Conversation,
  { id, name, avatar }: Pick<User, 'id' | 'name' | 'avatar'>,
): Conversation {
  const known = conversation.members.find(({ userId }) => userId === id);
  // What an earlier version of the app has kept knows no photos.
  if (
    known === undefined ||
    (known.name === name && (known.avatar as typeof avatar | undefined)?.url === avatar?.url)
  )
    return conversation;
  const members = conversation.members.map((member) =>
    member.userId === id ? { ...member, name, avatar } : member,
  );
  return { ...conversation, members };
}

/**
 * Of two views of the same conversation, the one that knows more: an answer may have been overtaken by a push. Receipts
 * never go back, whichever it is; who is online and how one sees the conversation in one's list, the arriving one knows.
 */
export function newerOf(
  known: Conversation | undefined,
  arriving: Conversation,
  ownId: string,
): Conversation {
  if (known === undefined || known.id !== arriving.id) return arriving;
  const overtaken =
    known.lastSeq === arriving.lastSeq
      ? readSeq(known, ownId) > readSeq(arriving, ownId)
      : known.lastSeq > arriving.lastSeq;
  const newer = overtaken ? known : arriving;
  const members = merged(newer.members, known.members, arriving.members);
  const readByAllSeq = Math.max(known.readByAllSeq, arriving.readByAllSeq);
  const deliveredToAllSeq = Math.max(known.deliveredToAllSeq, arriving.deliveredToAllSeq);
  const mine = sameView(newer.mine, arriving.mine) ? newer.mine : arriving.mine;
  const same =
    mine === newer.mine &&
    (newer.avatar as typeof newer.avatar | undefined)?.url === arriving.avatar?.url &&
    members === newer.members &&
    readByAllSeq === newer.readByAllSeq &&
    deliveredToAllSeq === newer.deliveredToAllSeq;
  return same ? newer : { ...newer, members, readByAllSeq, deliveredToAllSeq, mine, avatar: arriving.avatar };
}

function sameView(one: Mine, other: Mine): boolean {
  return (Object.keys(one) as (keyof Mine)[]).every((key) => one[key] === other[key]);
}

/** Whether it has more members than are here. */
export function isLarge({ memberCount, members }: Conversation): boolean {
  return memberCount > members.length;
}

/** Whether a member's receipt may change the ticks of a large group, whose sums only the server knows. */
export function mayMoveSums(conversation: Conversation, seq: number, ownId: string): boolean {
  return (
    isLarge(conversation) &&
    conversation.lastMessage?.senderId === ownId &&
    seq > Math.min(conversation.readByAllSeq, conversation.deliveredToAllSeq)
  );
}

export function readSeq(conversation: Conversation, userId: string): number {
  return conversation.members.find((member) => member.userId === userId)?.readSeq ?? 0;
}

/** How far the others have come: what every one of them has on a device, and what every one has seen. */
export function reachOf(conversation: Conversation, ownId: string): { delivered: number; seen: number } {
  if (isLarge(conversation))
    return { delivered: conversation.deliveredToAllSeq, seen: conversation.readByAllSeq };
  const others = conversation.members.filter((member) => member.userId !== ownId);
  if (others.length === 0) return { delivered: 0, seen: 0 };
  return {
    delivered: Math.min(...others.map((member) => Math.max(member.deliveredSeq, member.readSeq))),
    seen: Math.min(...others.map((member) => member.readSeq)),
  };
}

type Receipts = Partial<Pick<Member, 'readSeq' | 'deliveredSeq'>>;

function withReceipts(members: readonly Member[], userId: string, receipts: Receipts): Member[] {
  return members.map((member) => (member.userId === userId ? lifted(member, receipts) : member));
}

function lifted(member: Member, { readSeq: read = 0, deliveredSeq: delivered = 0 }: Receipts): Member {
  if (member.readSeq >= read && member.deliveredSeq >= delivered) return member;
  return {
    ...member,
    readSeq: Math.max(member.readSeq, read),
    deliveredSeq: Math.max(member.deliveredSeq, delivered),
  };
}

function merged(newer: Member[], known: readonly Member[], arriving: readonly Member[]): Member[] {
  const before = new Map(known.map((member) => [member.userId, member]));
  const now = new Map(arriving.map((member) => [member.userId, member]));
  const members = newer.map((member) => {
    const receipts = lifted(lifted(member, before.get(member.userId) ?? {}), now.get(member.userId) ?? {});
    const present = now.get(member.userId);
    if (present === undefined) return receipts;
    const { online, lastSeenAt, avatar } = present;
    const same =
      online === receipts.online &&
      lastSeenAt === receipts.lastSeenAt &&
      (receipts.avatar as typeof avatar | undefined)?.url === avatar?.url;
    return same ? receipts : { ...receipts, online, lastSeenAt, avatar };
  });
  return members.every((member, at) => member === newer[at]) ? newer : members;
}
