import type { Conversation, Member } from '@/shared/api/model';

/** What a conversation is called for one of its members: its title, or the others' names. */
export function titleOf(conversation: Conversation, ownId: string): string | undefined {
  if (conversation.kind === 'group' && conversation.title) return conversation.title;
  const others = conversation.members
    .filter((member) => member.userId !== ownId)
    .map((member) => member.name);
  return others.length > 0 ? others.join(', ') : (conversation.title ?? undefined);
}

export function nameOf(conversation: Conversation, userId: string): string | undefined {
  return conversation.members.find((member) => member.userId === userId)?.name;
}

/** What the colour and letters of a conversation's picture come from: the other person, or the group itself. */
export function faceOf(conversation: Conversation, ownId: string): string {
  const others = conversation.members.filter((member) => member.userId !== ownId);
  return conversation.kind === 'direct' ? (others[0]?.userId ?? conversation.id) : conversation.id;
}

/** The photo of a conversation: the group's, or the other person's. */
export function photoOf(conversation: Conversation, ownId: string): Conversation['avatar'] | undefined {
  return conversation.kind === 'group' ? conversation.avatar : otherOf(conversation, ownId)?.avatar;
}

/** What one would call a person; "Dr." is no name. */
export function firstName(name = ''): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !word.endsWith('.')) ?? words.join(' ');
}

/** The other one of two; undefined in a group. */
export function otherOf(conversation: Conversation, ownId: string): Member | undefined {
  if (conversation.kind !== 'direct') return undefined;
  return conversation.members.find((member) => member.userId !== ownId);
}
