import { describe, expect, it } from 'vitest';
import { message } from '../../../../test/messages';
import type { Message } from '@/shared/api/model';
import { firstUnread, itemsOf, rowsOf } from '../list/timeline-rows';
import { holds, withAlbums } from './albums';

const ME = 'u-ada';
const image = { id: 'i', contentType: 'image/png', width: 4, height: 3, bytes: 9 };
const at = (second: number) => new Date(2025, 2, 1, 9, 0, second).toISOString();
const picture = (seq: number, parts: Partial<Message> = {}) =>
  message({ seq, text: null, image, sentAt: at(seq), ...parts });
const albumsOf = (messages: readonly Message[]) =>
  withAlbums(rowsOf(messages, [], ME)).map((row) => itemsOf(row).map(({ seq }) => seq));

describe('images', () => {
  it('that one person sent one after the other make an album', () => {
    const said = [
      message({ seq: 1, sentAt: at(1) }),
      picture(2, { text: 'The sea' }),
      picture(3),
      picture(4),
      picture(5, { senderId: ME }),
      picture(6, { senderId: ME }),
    ];

    expect(albumsOf(said)).toEqual([[1], [2, 3, 4], [5, 6]]);
  });

  it.each([
    ['with words of their own', { text: 'And this' }],
    ['that answer something', { replyTo: { id: 'm', seq: 1, senderId: ME, text: 'Where?' } as never }],
    ['a long time later', { sentAt: at(123) }],
    ['of another day', { sentAt: new Date(2025, 2, 2, 0, 0).toISOString() }],
    ['that are deleted', { image: null, deletedAt: at(9) }],
    ['of another person', { senderId: ME }],
  ] as const)('%s stand alone', (_, parts) => {
    expect(albumsOf([picture(2), picture(3, parts)])).toEqual([[2], [3]]);
  });

  it('of which there are more than ten make several albums', () => {
    const many = Array.from({ length: 23 }, (_, number) => picture(number + 1));

    expect(albumsOf(many).map(({ length }) => length)).toEqual([10, 10, 3]);
  });

  it('on their way are in the album already, under the key that it keeps; what was not sent is not', () => {
    const echo = (clientMessageId: string, failure?: string) => ({
      clientMessageId,
      text: '',
      createdAt: at(3),
      failure,
      attachment: {
        kind: 'image' as const,
        width: 4,
        height: 3,
        blob: new Blob(),
        progress: 0,
        id: undefined,
      },
    });
    const first = picture(2, { senderId: ME, clientMessageId: 'first' });

    const rows = withAlbums(rowsOf([first], [echo('second'), echo('third', 'file_too_large')], ME));

    expect(rows.map((row) => itemsOf(row).length)).toEqual([2, 1]);
    expect(rows[0]?.item.key).toBe(`${ME} first`);
  });

  it('are the same album until one is added', () => {
    const two = [picture(1), picture(2)];
    const [before] = withAlbums(rowsOf(two, [], ME));
    const [after] = withAlbums(rowsOf([...two], [], ME));
    const [more] = withAlbums(rowsOf([...two, picture(3)], [], ME));

    expect(after?.album).toBe(before?.album);
    expect(more?.album).toHaveLength(3);
  });

  it('are found in it by their numbers', () => {
    const rows = withAlbums(rowsOf([picture(1), picture(2), message({ seq: 3, sentAt: at(3) })], [], ME));

    expect(rows.map((row) => holds(row, 2))).toEqual([true, false]);
    expect(firstUnread(rows, 1, ME)).toBe(0);
    expect(firstUnread(rows, 2, ME)).toBe(1);
  });
});
