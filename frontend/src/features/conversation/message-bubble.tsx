import type { Receipt } from '@/shared/chat/receipts';
import { useLanguage } from '@/shared/i18n/language';
import { Avatar, faceClass } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { join } from '@/shared/ui/join';
import { Tick } from '@/shared/ui/tick';
import { Time } from '@/shared/ui/time';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import { SendingImage, StoredImage } from './images/message-image';
import styles from './message-bubble.module.css';
import { MessageText } from './message-text';
import type { TimelineItem } from './timeline-rows';

export interface MessageBubbleProps {
  item: TimelineItem;
  own: boolean;
  /** How far a stored message of ours has come. */
  receipt: Receipt;
  /** Who wrote it, for those who do not see on which side it stands. */
  author: string;
  /** Somebody else's in a group: a face and a name say whose. */
  grouped: boolean;
  /** What tells the author from somebody of the same name in the group. */
  tag: string | undefined;
  /** Begins what its author wrote in a row. */
  first: boolean;
  onOpen: (imageId: string) => void;
  onRetry: (clientMessageId: string) => void;
  onDiscard: (clientMessageId: string) => void;
}

/** One message, with its time and, if it is ours, what has become of it. */
export function MessageBubble({
  item,
  own,
  receipt,
  author,
  grouped,
  tag,
  first,
  onOpen,
  ...ways
}: MessageBubbleProps) {
  const { texts, formats } = useLanguage();
  const pictured = item.image !== null || item.sending !== undefined;
  const meta = (
    <span className={join(styles.meta, pictured && item.text === null && styles.over)}>
      {/* The text around it may be written the other way. */}
      <span dir={texts.direction} className={styles.told}>
        <Time instant={item.instant}>{formats.time(item.instant)}</Time>
        {own && <Tick state={item.state === 'stored' ? receipt : item.state} />}
      </span>
    </span>
  );
  return (
    <div
      data-message
      data-seq={item.seq}
      data-author={author}
      data-time={formats.time(item.instant)}
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
            <Avatar tiny id={item.senderId} name={author} />
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
      <div className={join(styles.bubble, pictured && styles.pictured)}>
        <VisuallyHidden>{`${author}${tag === undefined ? '' : ` ${tag}`}: `}</VisuallyHidden>
        {item.image !== null && <StoredImage image={item.image} author={author} onOpen={onOpen} />}
        {item.sending !== undefined && (
          <SendingImage
            image={item.sending}
            failed={item.state === 'failed'}
            onCancel={() => {
              ways.onDiscard(item.clientMessageId);
            }}
          />
        )}
        {item.text === null ? (
          meta
        ) : (
          <div className={styles.text} dir="auto">
            <span data-text>
              <MessageText text={item.text} />
            </span>
            {meta}
          </div>
        )}
      </div>
      {item.state === 'failed' && <Failure id={item.clientMessageId} {...ways} />}
    </div>
  );
}

interface FailureProps extends Pick<MessageBubbleProps, 'onRetry' | 'onDiscard'> {
  id: string;
}

function Failure({ id, onRetry, onDiscard }: FailureProps) {
  const words = useLanguage().texts.conversation;
  return (
    <div className={styles.failure}>
      <span>{words.notSent}</span>
      <Button
        look="quiet"
        onClick={() => {
          onRetry(id);
        }}
      >
        {words.retry}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          onDiscard(id);
        }}
      >
        {words.discard}
      </Button>
    </div>
  );
}
