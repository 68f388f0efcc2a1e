import { describe, expect, it } from 'vitest';
import type { Conversation } from '@/shared/api/model';
import { message } from '../../../test/messages';
import { afterMessage, afterRead, afterRename, newerOf, readSeq } from './conversation-changes';

const ME = 'u-ada';
const BEN = 'u-ben';

function conversation(change: Partial<Conversation> = {}): Conversation {
  const member = (userId: string, name: string) => ({
    userId,
    name,
    online: false,
    lastSeenAt: null,
    deliveredSeq: 0,
    readSeq: 3,
  });
  return {
    id: 'c-1',
    kind: 'direct',
    title: null,
    members: [member(ME, 'Ada'), member(BEN, 'Ben')],
    lastSeq: 3,
    lastMessage: message({ seq: 3 }),
    unread: 0,
    updatedAt: message({ seq: 3 }).sentAt,
    ...change,
  };
}

describe('a conversation', () => {
  it('has one more unread message when somebody else writes', () => {
    const { conversation: after, certain } = afterMessage(conversation(), message({ seq: 4 }), ME);

    expect(after).toMatchObject({
      lastSeq: 4,
      unread: 1,
      lastMessage: { seq: 4 },
      updatedAt: message({ seq: 4 }).sentAt,
    });
    expect(certain).toBe(true);
  });

  it('does not change when a message comes twice', () => {
    const before = conversation();

    expect(afterMessage(before, message({ seq: 3 }), ME)).toEqual({ conversation: before, certain: true });
  });

  it('is uncertain when a number was left out', () => {
    expect(afterMessage(conversation(), message({ seq: 6 }), ME).certain).toBe(false);
  });

  it('is read by writing only when nothing unread lies before', () => {
    const mine = message({ seq: 4, senderId: ME });

    expect(readSeq(afterMessage(conversation(), mine, ME).conversation, ME)).toBe(4);
    const unread = afterMessage(conversation({ unread: 2 }), mine, ME).conversation;
    expect([unread.unread, readSeq(unread, ME)]).toEqual([2, 3]);
  });

  it('has nothing unread once read to its end, and is uncertain when read in part', () => {
    const before = conversation({ lastSeq: 9, unread: 5 });

    const all = afterRead(before, ME, 9, ME);
    const part = afterRead(before, ME, 7, ME);

    expect([all.conversation.unread, all.certain]).toEqual([0, true]);
    expect([part.conversation.unread, part.certain]).toEqual([5, false]);
  });

  it('never unreads', () => {
    const before = conversation();

    expect(afterRead(before, ME, 1, ME).conversation).toBe(before);
  });

  it('remembers up to where others have read', () => {
    const before = conversation({ lastSeq: 9, unread: 5 });

    const { conversation: after, certain } = afterRead(before, BEN, 8, ME);

    expect([readSeq(after, BEN), after.unread, certain]).toEqual([8, 5, true]);
  });

  it('takes over a new name', () => {
    expect(afterRename(conversation(), BEN, 'Benjamin').members[1]?.name).toBe('Benjamin');
    const before = conversation();
    expect(afterRename(before, 'u-cleo', 'Cleo')).toBe(before);
  });

  it('is not turned back by an answer that a push has overtaken', () => {
    const known = conversation({ lastSeq: 5 });

    expect(newerOf(known, conversation({ lastSeq: 4 }), ME)).toBe(known);
    const arriving = conversation({ lastSeq: 6 });
    expect(newerOf(known, arriving, ME)).toBe(arriving);
    const read = afterRead(conversation({ lastSeq: 9, unread: 5 }), ME, 9, ME).conversation;
    expect(newerOf(read, conversation({ lastSeq: 9, unread: 5 }), ME)).toBe(read);
  });
});
