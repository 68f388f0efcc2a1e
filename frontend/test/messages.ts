import type { Message } from '@/shared/api/model';

/** A stored message; what a test does not care about is filled in. */
export function message(given: Partial<Message> & { seq: number }): Message {
  return {
    id: `m-${given.seq}`,
    conversationId: 'c-1',
    senderId: 'u-ben',
    clientMessageId: `client-${given.seq}`,
    text: `message ${given.seq}`,
    image: null,
    file: null,
    voice: null,
    replyTo: null,
    mentions: [],
    reactions: [],
    editedAt: null,
    deletedAt: null,
    sentAt: new Date(Date.UTC(2025, 2, 4, 9, 0, given.seq)).toISOString(),
    ...given,
  };
}
