import { describe, expect, it } from 'vitest';
import { message } from '../../../../test/messages';
import { firstUnread, rowsOf } from './timeline-rows';

const ME = 'u-ada';
const at = (day: number, hour: number, minute = 0) => new Date(2025, 2, day, hour, minute).toISOString();

describe('the rows of a conversation', () => {
  it('begin days at local midnight, and runs where senders take turns', () => {
    const rows = rowsOf(
      [
        message({ seq: 1, sentAt: at(1, 23, 58) }),
        message({ seq: 2, sentAt: at(1, 23, 59) }),
        message({ seq: 3, sentAt: at(2, 0, 1) }),
        message({ seq: 4, sentAt: at(2, 0, 2), senderId: ME }),
      ],
      [],
      ME,
    );

    expect(rows.map(({ newDay, first }) => [newDay, first])).toEqual([
      [true, true],
      [false, false],
      [true, true],
      [false, true],
    ]);
  });

  it('begin a new run after a long pause', () => {
    const rows = rowsOf(
      [message({ seq: 1, sentAt: at(1, 9) }), message({ seq: 2, sentAt: at(1, 10) })],
      [],
      ME,
    );

    expect(rows.map(({ first }) => first)).toEqual([true, true]);
  });

  it('keep an echo in its place, under the key it will have when it is stored', () => {
    const outgoing = { clientMessageId: 'x', text: 'Soup?', createdAt: at(1, 9), failure: undefined };
    const before = rowsOf([], [outgoing], ME);
    const after = rowsOf([message({ seq: 1, senderId: ME, clientMessageId: 'x', sentAt: at(1, 9) })], [], ME);

    expect(before[0]?.item).toMatchObject({ state: 'sending', key: after[0]?.item.key });
  });

  it('are the same things when earlier messages are loaded, so that none is drawn again', () => {
    const late = [message({ seq: 8, sentAt: at(2, 9) }), message({ seq: 9, sentAt: at(3, 9) })];

    const before = rowsOf(late, [], ME);
    const after = rowsOf([message({ seq: 7, sentAt: at(2, 8) }), ...late], [], ME);

    expect(after.slice(1).map(({ item }, n) => item === before[n]?.item)).toEqual([true, true]);
  });

  it('show what happened to the group in its place, together where no message came in between', () => {
    const event = (seq: number, when: string) => ({
      seq,
      at: when,
      by: ME,
      type: 'titled' as const,
      title: `Title ${seq}`,
    });
    const events = [event(1, at(1, 9)), event(3, at(1, 9)), event(4, at(1, 9)), event(5, at(2, 9))];
    const said = [message({ seq: 2, sentAt: at(1, 9) }), message({ seq: 6, sentAt: at(2, 9) })];

    const rows = rowsOf(said, [], ME, undefined, events);

    expect(
      rows.map(({ item, newDay, first }) => [
        'events' in item ? item.events.map(({ seq }) => seq) : item.seq,
        newDay,
        first,
      ]),
    ).toEqual([
      [[1], true, true],
      [2, false, true],
      [[3, 4], false, true],
      [[5], true, true],
      [6, false, true],
    ]);
    expect(firstUnread(rows, 2, ME)).toBe(4);
    expect(rowsOf(said, [], ME, undefined, events)[2]?.item).toBe(rows[2]?.item);
  });

  it('do not follow the clock of a machine that is behind', () => {
    const outgoing = { clientMessageId: 'x', text: 'Soup?', createdAt: at(1, 9), failure: 'refused' };

    const rows = rowsOf([message({ seq: 1, sentAt: at(3, 9) })], [outgoing], ME);

    expect(rows.map(({ newDay }) => newDay)).toEqual([true, false]);
    expect(rows[1]?.item).toMatchObject({ state: 'failed' });
  });
});
