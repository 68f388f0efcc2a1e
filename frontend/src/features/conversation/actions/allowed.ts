import type { Conversation, Message } from '@/shared/api/model';

/** How long after it was sent a message can be edited. */
const EDITABLE_MS = 24 * 60 * 60_000;

/** Whether one's own text can still be edited; the server decides. */
export function mayEdit({ senderId, text, deletedAt, sentAt }: Message, ownId: string, now: number): boolean {
  return senderId === ownId && text !== null && deletedAt === null && now - Date.parse(sentAt) < EDITABLE_MS;
}

/** Whether one may delete a message for everyone: one's own, and as an admin of a group any. */
export function mayDelete({ senderId, deletedAt }: Message, conversation: Conversation, ownId: string) {
  if (deletedAt !== null) return false;
  return senderId === ownId || isAdmin(conversation, ownId);
}

function isAdmin({ kind, members }: Conversation, ownId: string): boolean {
  const own = members.find(({ userId }) => userId === ownId);
  return kind === 'group' && own !== undefined && own.role !== 'member';
}
