import { describe, expect, it } from 'vitest';
import type { Conversation } from '@/shared/api/model';
import { HeardPresence } from './heard-presence';

const asked = (online: boolean): Conversation => ({
  id: 'c-1',
  kind: 'direct',
  title: null,
  avatar: null,
  members: [
    {
      userId: 'u-ben',
      name: 'Ben',
      avatar: null,
      role: 'member',
      joinedSeq: 0,
      online,
      lastSeenAt: null,
      deliveredSeq: 0,
      readSeq: 0,
    },
  ],
  memberCount: 1,
  deliveredToAllSeq: 0,
  readByAllSeq: 0,
  lastSeq: 0,
  lastMessage: null,
  unread: 0,
  updatedAt: '2025-01-01T00:00:00.000Z',
  mine: { mutedUntil: null, pinned: false, archived: false, markedUnread: false },
});

describe('who is here', () => {
  it('is what was heard while the answer was under way', () => {
    const heard = new HeardPresence();
    const moment = heard.now;
    heard.hear({ userId: 'u-ben', online: true, lastSeenAt: null });

    expect(heard.since(moment, asked(false)).members[0]?.online).toBe(true);
  });

  it('is what the answer says when it was asked for later', () => {
    const heard = new HeardPresence();
    heard.hear({ userId: 'u-ben', online: true, lastSeenAt: null });

    expect(heard.since(heard.now, asked(false)).members[0]?.online).toBe(false);
  });
});
