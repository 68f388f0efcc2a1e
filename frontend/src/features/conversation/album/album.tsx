import { useLanguage } from '@/shared/i18n/language';
import { join } from '@/shared/ui/join';
import { useLongPress } from '@/shared/ui/use-long-press';
import { MenuButton } from '../actions/menu-button';
import { MessageAttachment } from '../message/message-attachment';
import { useMessageWays } from '../message/message-ways';
import { ReactionChips } from '../reactions/reaction-chips';
import type { TimelineItem } from '../list/timeline-rows';
import styles from './album.module.css';

interface AlbumProps {
  items: readonly TimelineItem[];
  author: string;
  /** The menu of the last one is where Shift+Tab leads from the composer. */
  tabbable: boolean;
}

/** Images that were sent together, side by side. Each is a message, with a menu and reactions of its own. */
export function Album({ items, author, tabbable }: AlbumProps) {
  // As many a line, and what is left over, larger, in the first line.
  const [columns, over] = items.length < 5 ? [2, items.length % 2] : [3, items.length % 3];
  return (
    <div className={join(styles.album, columns === 3 && styles.three)}>
      {items.map((item, at) => (
        <Tile
          key={item.key}
          item={item}
          author={author}
          place={{ at: at + 1, of: items.length }}
          span={at >= over ? undefined : over === 1 ? styles.whole : styles.half}
          tabbable={tabbable && at === items.length - 1}
        />
      ))}
    </div>
  );
}

interface TileProps {
  item: TimelineItem;
  author: string;
  place: { at: number; of: number };
  span: string | undefined;
  tabbable: boolean;
}

function Tile({ item, author, place, span, tabbable }: TileProps) {
  const { texts, formats } = useLanguage();
  const { openMenu } = useMessageWays();
  const { message } = item;
  const showMenu = (anchor: HTMLElement) => {
    if (message !== undefined) openMenu(message, anchor);
  };
  const { onContextMenu, ...press } = useLongPress((tile) => {
    showMenu(tile);
  });
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the menu's button does the same by keyboard
    <div
      data-seq={item.seq}
      className={join(styles.tile, span)}
      {...press}
      onContextMenu={(event) => {
        // With a mouse it is the browser's own menu that one expects, to save the image.
        if ((event.nativeEvent as unknown as PointerEvent).pointerType === 'touch') onContextMenu(event);
      }}
    >
      <MessageAttachment item={item} author={author} place={place} />
      {message !== undefined && (
        <>
          <MenuButton
            label={`${texts.message.menu(author, formats.time(item.instant))}, ${texts.images.numbered(place.at, place.of)}`}
            tabbable={tabbable}
            onOpen={showMenu}
          />
          <div className={styles.reactions}>
            <ReactionChips message={message} />
          </div>
        </>
      )}
    </div>
  );
}
