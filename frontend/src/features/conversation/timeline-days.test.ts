import { describe, expect, it } from 'vitest';
import { message } from '../../../test/messages';
import { daysOf } from './timeline-days';

const ME = 'u-ada';
const at = (day: number, hour: number, minute = 0) => new Date(2025, 2, day, hour, minute).toISOString();

describe('the days of a conversation', () => {
  it('part at local midnight, and senders take turns', () => {
    const days = daysOf(
      [
        message({ seq: 1, sentAt: at(1, 23, 58) }),
        message({ seq: 2, sentAt: at(1, 23, 59) }),
        message({ seq: 3, sentAt: at(2, 0, 1) }),
        message({ seq: 4, sentAt: at(2, 0, 2), senderId: ME }),
      ],
      [],
      ME,
    );

    expect(days.map(({ items }) => items.map(({ first }) => first))).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('begin a new run after a long pause', () => {
    const days = daysOf(
      [message({ seq: 1, sentAt: at(1, 9) }), message({ seq: 2, sentAt: at(1, 10) })],
      [],
      ME,
    );

    expect(days[0]?.items.map(({ first }) => first)).toEqual([true, true]);
  });

  it('keep an echo in its place, under the key it will have when it is stored', () => {
    const outgoing = { clientMessageId: 'x', text: 'Soup?', createdAt: at(1, 9), failure: undefined };
    const before = daysOf([], [outgoing], ME);
    const after = daysOf([message({ seq: 1, senderId: ME, clientMessageId: 'x', sentAt: at(1, 9) })], [], ME);

    expect(before[0]?.items[0]?.item).toMatchObject({
      state: 'sending',
      key: after[0]?.items[0]?.item.key,
    });
    expect(before[0]?.key).toBe(after[0]?.key);
  });

  it('keep their keys when earlier messages are loaded', () => {
    const late = [message({ seq: 8, sentAt: at(2, 9) }), message({ seq: 9, sentAt: at(3, 9) })];

    const before = daysOf(late, [], ME);
    const after = daysOf([message({ seq: 7, sentAt: at(2, 8) }), ...late], [], ME);

    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it('have keys of their own even when clocks disagree', () => {
    const days = daysOf(
      [at(1, 9), at(2, 9), at(1, 10)].map((sentAt, n) => message({ seq: n + 1, sentAt })),
      [],
      ME,
    );

    expect(new Set(days.map(({ key }) => key)).size).toBe(3);
  });

  it('do not follow the clock of a machine that is behind', () => {
    const outgoing = { clientMessageId: 'x', text: 'Soup?', createdAt: at(1, 9), failure: 'refused' };

    const days = daysOf([message({ seq: 1, sentAt: at(3, 9) })], [outgoing], ME);

    expect(days).toHaveLength(1);
    expect(days[0]?.items[1]?.item.state).toBe('failed');
  });
});
