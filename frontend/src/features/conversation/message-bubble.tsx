import type { Receipt } from '@/shared/chat/receipts';
import { useLanguage } from '@/shared/i18n/language';
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
  /** Whether everybody sees the author's name, too. */
  named: boolean;
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
  named,
  first,
  onOpen,
  ...ways
}: MessageBubbleProps) {
  const { formats } = useLanguage();
  return (
    <div
      data-message
      data-seq={item.seq}
      className={join(
        styles.item,
        first && styles.first,
        own && styles.own,
        item.state === 'failed' && styles.failed,
      )}
    >
      {named && (
        <span aria-hidden="true" className={styles.author} dir="auto">
          {author}
        </span>
      )}
      <div className={join(styles.bubble, (item.image ?? item.sending) && styles.pictured)}>
        <VisuallyHidden>{author}: </VisuallyHidden>
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
        {item.text !== null && <MessageText text={item.text} />}
        <span className={styles.meta}>
          <Time instant={item.instant}>{formats.time(item.instant)}</Time>
          {own && <Tick state={item.state === 'stored' ? receipt : item.state} />}
        </span>
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
      {words.notSent}
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
