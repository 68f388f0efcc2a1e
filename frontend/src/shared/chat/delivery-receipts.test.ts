import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '@/shared/api/model';
import { message } from '../../../test/messages';
import { DeliveryReceipts } from './delivery-receipts';

const known = (id: string, lastSeq: number, deliveredSeq = 0): Conversation => ({
  id,
  kind: 'direct',
  title: null,
  avatar: null,
  members: [
    {
      userId: 'u-ada',
      name: 'Ada',
      avatar: null,
      role: 'member',
      joinedSeq: 0,
      online: true,
      lastSeenAt: null,
      deliveredSeq,
      readSeq: 0,
    },
  ],
  memberCount: 1,
  deliveredToAllSeq: 0,
  readByAllSeq: 0,
  lastSeq,
  lastMessage: null,
  unread: 0,
  updatedAt: '2025-01-01T00:00:00.000Z',
  mine: { mutedUntil: null, pinned: false, archived: false, markedUnread: false },
});

beforeEach(() => {
  vi.useFakeTimers();
});

describe('what has reached this device', () => {
  it('is sent once, the last of a burst for all of it', () => {
    const tell = vi.fn(() => true);
    const receipts = new DeliveryReceipts('u-ada', tell);
    receipts.review([known('c-1', 3)]);
    receipts.review([known('c-1', 4), known('c-2', 7, 7)]);
    vi.advanceTimersByTime(1_000);
    receipts.review([known('c-1', 4), known('c-2', 7, 7)]);
    vi.advanceTimersByTime(1_000);

    expect(tell.mock.calls).toEqual([['c-1', 4]]);
  });

  it('is sent again on a new connection, and when there was none', () => {
    let connected = false;
    const tell = vi.fn(() => connected);
    const receipts = new DeliveryReceipts('u-ada', tell);
    receipts.review([known('c-1', 3)]);
    vi.advanceTimersByTime(1_000);

    connected = true;
    receipts.reconnected();
    vi.advanceTimersByTime(1_000);
    receipts.reconnected();
    vi.advanceTimersByTime(1_000);

    expect(tell).toHaveBeenCalledTimes(3);
  });

  it('is not sent for what one has written oneself, unless something of others may lie before', () => {
    const tell = vi.fn(() => true);
    const receipts = new DeliveryReceipts('u-ada', tell);
    const own = message({ seq: 3, senderId: 'u-ada' });

    receipts.review([
      { ...known('c-1', 3), lastMessage: own },
      { ...known('c-2', 3), lastMessage: own, unread: 1 },
    ]);
    vi.advanceTimersByTime(1_000);

    expect(tell.mock.calls).toEqual([['c-2', 3]]);
  });
});
