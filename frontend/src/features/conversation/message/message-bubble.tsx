import { useRef } from 'react';
import type { Receipt } from '@/shared/chat/receipts';
import { useLanguage } from '@/shared/i18n/language';
import { Avatar, faceClass } from '@/shared/ui/avatar';
import { join } from '@/shared/ui/join';
import type { TickState } from '@/shared/ui/tick';
import { Tick } from '@/shared/ui/tick';
import { Time } from '@/shared/ui/time';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import { useLongPress } from '@/shared/ui/use-long-press';
import { MenuButton } from '../actions/menu-button';
import { Album } from '../album/album';
import { FailedMessage } from './failed-message';
import { MessageAttachment } from './message-attachment';
import styles from './message-bubble.module.css';
import { MessageQuote } from './message-quote';
import { MessageText } from './message-text';
import { useMessageWays } from './message-ways';
import { ReactionChips } from '../reactions/reaction-chips';
import type { TimelineItem } from '../list/timeline-rows';

export interface MessageBubbleProps {
  item: TimelineItem;
  /** The images that were sent together, of which `item` is the first. */
  album: readonly TimelineItem[] | undefined;
  own: boolean;
  /** How far a stored message of ours has come. */
  receipt: Receipt;
  /** Who wrote it, for those who do not see on which side it stands. */
  author: string;
  /** Where the author's photo is, if there is one. */
  photo: string | undefined;
  /** Of another member of a group: a face and a name say whose. */
  grouped: boolean;
  /** What tells the author from a member of the same name in the group. */
  tag: string | undefined;
  /** Begins what its author wrote in a row. */
  first: boolean;
  /** Its menu is where Shift+Tab leads from the composer. */
  tabbable: boolean;
}

/** One message, with its time and, if it is ours, what has become of it. */
export function MessageBubble({
  item,
  album,
  own,
  receipt,
  author,
  photo,
  grouped,
  tag,
  first,
  tabbable,
}: MessageBubbleProps) {
  const { texts, formats } = useLanguage();
  const { openMenu, jump } = useMessageWays();
  const bubble = useRef<HTMLDivElement>(null);
  const { message } = item;
  const deleted = message !== undefined && message.deletedAt !== null;
  const last = album?.at(-1) ?? item;
  const state = (album ?? [item]).reduce(
    (most: TickState, each) => (each.state === 'stored' ? most : each.state),
    receipt,
  );
  const edited = !deleted && (message?.editedAt ?? null) !== null;
  const showMenu = (anchor: HTMLElement) => {
    // Of an album, each image has one.
    if (message !== undefined && !deleted && album === undefined) openMenu(message, anchor);
  };
  const { onContextMenu, ...press } = useLongPress(() => {
    if (bubble.current !== null) showMenu(bubble.current);
  });
  const pictured = item.image !== null || item.sending?.kind === 'image';
  const meta = (
    <span className={join(styles.meta, pictured && item.text === null && styles.over)}>
      {/* The text around it may be written the other way. */}
      <span dir={texts.direction} className={styles.content}>
        {edited && <span>{texts.message.edited}</span>}
        <Time instant={last.instant}>{formats.time(last.instant)}</Time>
        {own && !deleted && <Tick state={state} />}
      </span>
    </span>
  );
  return (
    <div
      data-message
      data-seq={album === undefined ? item.seq : undefined}
      data-author={author}
      data-time={formats.time(last.instant)}
      className={join(
        styles.item,
        first && styles.first,
        own && styles.own,
        grouped && styles.grouped,
        item.state === 'failed' && styles.failed,
      )}
    >
      {grouped && first && (
        <>
          <span className={styles.face}>
            <Avatar
              tiny
              id={item.senderId}
              name={author}
              photo={photo === undefined ? null : { url: photo }}
            />
          </span>
          <span
            aria-hidden="true"
            className={join(styles.author, faceClass(item.senderId))}
            dir="auto"
            translate="no"
          >
            <span>{author}</span>
            {tag !== undefined && <span className={styles.tag}>{` ${tag}`}</span>}
          </span>
        </>
      )}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the menu's button does the same by keyboard */}
      <div
        ref={bubble}
        className={join(styles.bubble, pictured && styles.pictured)}
        {...press}
        onContextMenu={(event) => {
          // With a mouse it is the browser's own menu that one expects, to copy a link or a word.
          if ((event.nativeEvent as unknown as PointerEvent).pointerType === 'touch') onContextMenu(event);
        }}
      >
        <VisuallyHidden>{`${author}${tag === undefined ? '' : ` ${tag}`}: `}</VisuallyHidden>
        {item.replyTo !== null && <MessageQuote quote={item.replyTo} onJump={jump} />}
        {album === undefined ? (
          <MessageAttachment {...{ item, author }} />
        ) : (
          <Album items={album} {...{ author, tabbable }} />
        )}
        {deleted ? (
          <div className={styles.text}>
            <span className={styles.deleted}>{texts.message.deleted}</span>
            {meta}
          </div>
        ) : item.text === null ? (
          meta
        ) : (
          <div className={styles.text} dir="auto">
            <div data-text className={styles.said}>
              <MessageText text={item.text} />
            </div>
            {meta}
          </div>
        )}
        {message !== undefined && !deleted && album === undefined && (
          <MenuButton
            label={texts.message.menu(author, formats.time(item.instant))}
            tabbable={tabbable}
            onOpen={showMenu}
          />
        )}
      </div>
      {message !== undefined && !deleted && album === undefined && <ReactionChips message={message} />}
      {item.failure !== undefined && <FailedMessage id={item.clientMessageId} code={item.failure} />}
    </div>
  );
}
