import type { Row, TimelineItem } from '../list/timeline-rows';
import { itemsOf, messageOf } from '../list/timeline-rows';

/** More images in a row make another album. */
const MOST_IN_ALBUM = 10;
/** Images with more time between them were not sent together. */
const PAUSE_MS = 2 * 60_000;

/** Each by its first message, the same one for the same messages, so that nothing is drawn anew. */
const albums = new WeakMap<TimelineItem, readonly TimelineItem[]>();

/** The rows, with images that one person sent one after the other in one row. Words stand with the first of them only. */
export function withAlbums(rows: readonly Row[]): readonly Row[] {
  const grouped: Row[] = [];
  let open: TimelineItem[] = [];
  const close = () => {
    const [first] = open;
    const row = grouped.at(-1);
    if (row !== undefined && first !== undefined && open.length > 1)
      grouped[grouped.length - 1] = { ...row, album: albumOf(first, open) };
  };
  for (const row of rows) {
    const item = messageOf(row);
    if (item !== undefined && !row.newDay && continues(open, item)) {
      open.push(item);
      continue;
    }
    close();
    grouped.push(row);
    open = item !== undefined && isPicture(item) ? [item] : [];
  }
  close();
  return grouped.length === rows.length ? rows : grouped;
}

function continues(open: readonly TimelineItem[], item: TimelineItem): boolean {
  const last = open.at(-1);
  return (
    last !== undefined &&
    open.length < MOST_IN_ALBUM &&
    isPicture(item) &&
    item.text === null &&
    item.replyTo === null &&
    item.senderId === last.senderId &&
    Math.abs(Date.parse(item.instant) - Date.parse(last.instant)) < PAUSE_MS
  );
}

/** One that was not sent has a place of its own, where one sends it again. */
function isPicture({ image, sending, state }: TimelineItem): boolean {
  return state !== 'failed' && (image !== null || sending?.kind === 'image');
}

function albumOf(first: TimelineItem, items: readonly TimelineItem[]): readonly TimelineItem[] {
  const known = albums.get(first);
  if (known?.length === items.length && known.every((each, at) => each === items[at])) return known;
  albums.set(first, items);
  return items;
}

/** Whether a row holds the message of a number. */
export function holds(row: Row, seq: number): boolean {
  return itemsOf(row).some((item) => item.seq === seq);
}
