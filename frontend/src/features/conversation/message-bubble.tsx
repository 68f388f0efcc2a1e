import { Check, CircleAlert, Clock } from 'lucide-react';
import { memo } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { join } from '@/shared/ui/join';
import { Time } from '@/shared/ui/time';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import styles from './message-bubble.module.css';
import type { ItemState, TimelineItem } from './timeline-days';

interface MessageBubbleProps {
  item: TimelineItem;
  own: boolean;
  /** Who wrote it, for those who do not see on which side it stands. */
  author: string;
  /** Whether everybody sees the author's name, too. */
  named: boolean;
  /** Begins what its author wrote in a row. */
  first: boolean;
  onRetry: (clientMessageId: string) => void;
  onDiscard: (clientMessageId: string) => void;
}

const PICTURES = { sending: Clock, stored: Check, failed: CircleAlert };

/** One message, with its time and, if it is ours, what has become of it. */
export const MessageBubble = memo(function MessageBubble({
  item,
  own,
  author,
  named,
  first,
  ...ways
}: MessageBubbleProps) {
  const { texts, formats } = useLanguage();
  const words = texts.conversation;
  return (
    <li
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
      <div className={styles.bubble}>
        <VisuallyHidden>{author}: </VisuallyHidden>
        <span className={styles.text}>{item.text ?? words.picture}</span>
        <span className={styles.meta}>
          <Time instant={item.instant}>{formats.time(item.instant)}</Time>
          {own && <State state={item.state} />}
        </span>
      </div>
      {item.state === 'failed' && <Failure id={item.clientMessageId} {...ways} />}
    </li>
  );
});

function State({ state }: { state: ItemState }) {
  const words = useLanguage().texts.conversation;
  const Picture = PICTURES[state];
  const said = { sending: words.sending, stored: words.sent, failed: words.notSent }[state];
  return (
    <>
      <Picture size={14} strokeWidth={2.25} aria-hidden="true" />
      <VisuallyHidden>{said}</VisuallyHidden>
    </>
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
