import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '@/shared/api/model';
import { message } from '../../../test/messages';
import {
  afterDelivered,
  afterEntry,
  afterMessage,
  afterPresence,
  afterRead,
  afterRename,
  mayMoveSums,
  newerOf,
  reachOf,
  readSeq,
} from './conversation-changes';

const ME = 'u-ada';
const BEN = 'u-ben';

function conversation(change: Partial<Conversation> = {}): Conversation {
  const member = (userId: string, name: string) => ({
    userId,
    name,
    avatar: null,
    role: 'member' as const,
    joinedSeq: 0,
    online: false,
    lastSeenAt: null,
    deliveredSeq: 0,
    readSeq: 3,
  });
  return {
    id: 'c-1',
    kind: 'direct',
    title: null,
    avatar: null,
    members: [member(ME, 'Ada'), member(BEN, 'Ben')],
    memberCount: change.members?.length ?? 2,
    deliveredToAllSeq: 3,
    readByAllSeq: 3,
    lastSeq: 3,
    lastMessage: message({ seq: 3 }),
    unread: 0,
    updatedAt: message({ seq: 3 }).sentAt,
    mine: { mutedUntil: null, pinned: false, archived: false, markedUnread: false },
    ...change,
  };
}

describe('a large group', () => {
  const large = (change: Partial<Conversation> = {}) =>
    conversation({ kind: 'group', memberCount: 1_000, deliveredToAllSeq: 2, readByAllSeq: 1, ...change });

  it('has reached all as far as the server says', () => {
    expect(reachOf(large(), ME)).toEqual({ delivered: 2, seen: 1 });
    const heard = afterRead(large(), BEN, 3, ME).conversation;
    expect(reachOf(heard, ME)).toEqual({ delivered: 2, seen: 1 });
  });

  it('is uncertain when a user writes who is not among the members here', () => {
    expect(afterMessage(large(), message({ seq: 4, senderId: 'u-cleo' }), ME).certain).toBe(false);
    expect(afterMessage(large(), message({ seq: 4, senderId: BEN }), ME).certain).toBe(true);
  });

  it('never goes back', () => {
    const known = large({ readByAllSeq: 3 });

    expect(newerOf(known, large({ deliveredToAllSeq: 3 }), ME)).toMatchObject({
      deliveredToAllSeq: 3,
      readByAllSeq: 3,
    });
  });

  it('may have other ticks after a receipt for what one has written oneself', () => {
    const mine = large({ lastMessage: message({ seq: 3, senderId: ME }) });

    expect(mayMoveSums(mine, 3, ME)).toBe(true);
    expect(mayMoveSums(mine, 1, ME)).toBe(false);
    expect(mayMoveSums(large(), 3, ME)).toBe(false);
    expect(mayMoveSums({ ...mine, memberCount: 2 }, 3, ME)).toBe(false);
  });
});

describe('a conversation', () => {
  it('has one more unread message when another user writes', () => {
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

  it.each([0, 2])('is not read by writing, with %i unread, and has no more unread for it', (unread) => {
    const mine = message({ seq: 4, senderId: ME });

    const after = afterMessage(conversation({ unread }), mine, ME).conversation;

    expect([after.unread, readSeq(after, ME), after.lastSeq]).toEqual([unread, 3, 4]);
  });

  it('has nothing more to read when something happens that is no message', () => {
    const { conversation: after, certain } = afterEntry(conversation({ unread: 1 }), 4, ME);

    expect(after).toMatchObject({ lastSeq: 4, unread: 1, lastMessage: { seq: 3 } });
    expect(certain).toBe(true);
    expect(afterEntry(after, 4, ME)).toEqual({ conversation: after, certain: true });
    expect(afterEntry(after, 6, ME).certain).toBe(false);
  });

  it('has one message less to read, and no words of it, when one is deleted that was not read', () => {
    const unread = message({ seq: 4 });
    const before = conversation({ lastSeq: 4, unread: 1, lastMessage: unread });
    const deleted = (of: Message, seq = 5) => ({
      entry: { type: 'deleted', seq, at: 'later', by: BEN, messageId: of.id } as const,
      message: { ...of, text: null, deletedAt: 'later' },
    });

    const after = afterEntry(before, 5, ME, deleted(unread)).conversation;
    const read = afterEntry(before, 5, ME, deleted(message({ seq: 2 }))).conversation;
    const unknown = afterEntry(before, 5, ME, { entry: deleted(unread).entry });

    expect(after).toMatchObject({ unread: 0, lastMessage: { text: null, deletedAt: 'later' } });
    expect(read).toMatchObject({ unread: 1, lastMessage: unread });
    expect(unknown.certain).toBe(false);
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
    expect(afterRename(conversation(), { id: BEN, name: 'Benjamin', avatar: null }).members[1]?.name).toBe(
      'Benjamin',
    );
    const before = conversation();
    expect(afterRename(before, { id: 'u-cleo', name: 'Cleo', avatar: null })).toBe(before);
  });

  it('is not turned back by an answer that a push has overtaken', () => {
    const known = conversation({ lastSeq: 5 });

    expect(newerOf(known, conversation({ lastSeq: 4 }), ME)).toBe(known);
    const arriving = conversation({ lastSeq: 6 });
    expect(newerOf(known, arriving, ME)).toBe(arriving);
    const read = afterRead(conversation({ lastSeq: 9, unread: 5 }), ME, 9, ME).conversation;
    expect(newerOf(read, conversation({ lastSeq: 9, unread: 5 }), ME)).toBe(read);
  });

  it('counts as read in part where what is left can be counted', () => {
    const before = conversation({ lastSeq: 9, unread: 5 });

    const part = afterRead(before, ME, 7, ME, 2);

    expect([part.conversation.unread, part.certain]).toEqual([2, true]);
  });

  it('is delivered and seen as far as the one who is furthest behind', () => {
    const [ada, ben] = conversation().members;
    if (!ada || !ben) throw new Error('too few');
    const cleo = { ...ben, userId: 'u-cleo', name: 'Cleo' };
    const group = conversation({
      members: [
        { ...ada, readSeq: 9, deliveredSeq: 9 },
        { ...ben, readSeq: 5, deliveredSeq: 7 },
        { ...cleo, readSeq: 2, deliveredSeq: 8 },
      ],
    });

    expect(reachOf(group, ME)).toEqual({ delivered: 7, seen: 2 });
    expect(reachOf(afterDelivered(group, BEN, 8), ME)).toEqual({ delivered: 8, seen: 2 });
    expect(reachOf(afterRead(group, 'u-cleo', 9, ME).conversation, ME)).toEqual({ delivered: 7, seen: 5 });
    expect(afterDelivered(group, BEN, 6)).toBe(group);
  });

  it('never takes a receipt back, whichever view is the newer', () => {
    const seen = afterRead(conversation({ lastSeq: 9 }), BEN, 8, ME).conversation;

    expect(reachOf(newerOf(seen, conversation({ lastSeq: 10 }), ME), ME).seen).toBe(8);
    expect(reachOf(newerOf(conversation({ lastSeq: 10 }), seen, ME), ME).seen).toBe(8);
  });

  it('knows who is here from the view that arrives', () => {
    const here = afterPresence(conversation(), { userId: BEN, online: true, lastSeenAt: null });
    expect(here.members[1]?.online).toBe(true);
    expect(afterPresence(here, { userId: BEN, online: true, lastSeenAt: null })).toBe(here);

    expect(newerOf(here, conversation(), ME).members[1]?.online).toBe(false);
  });

  it('is seen in one’s list as the view that arrives says, even an overtaken one', () => {
    const mine = { mutedUntil: null, pinned: true, archived: false, markedUnread: false };
    const known = conversation({ lastSeq: 5 });

    expect(newerOf(known, conversation({ lastSeq: 4, mine }), ME)).toEqual({ ...known, mine });
  });

  it('comes out of the archive with a message', () => {
    const mine = { mutedUntil: null, pinned: false, archived: true, markedUnread: false };

    const { conversation: after } = afterMessage(conversation({ lastSeq: 5, mine }), message({ seq: 6 }), ME);

    expect(after.mine.archived).toBe(false);
  });

  it('is not marked as unread any more once one has read in it on some device, however far', () => {
    const mine = { mutedUntil: null, pinned: false, archived: false, markedUnread: true };
    const marked = conversation({ lastSeq: 3, mine });

    expect(afterRead(marked, ME, 3, ME).conversation.mine.markedUnread).toBe(false);
    expect(afterRead(marked, BEN, 3, ME).conversation.mine.markedUnread).toBe(true);
  });
});
