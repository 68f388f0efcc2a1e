import type { ReactNode } from 'react';
import { memo } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { join } from '@/shared/ui/join';
import { useNow } from '@/shared/ui/use-now';
import type { MessageBubbleProps } from './message-bubble';
import { MessageBubble } from './message-bubble';
import styles from './message-row.module.css';
import { Selectable } from '../selection/selectable';

export interface RowFrameProps {
  /** Its place among all rows, for what measures it. */
  index: number;
  measure: (element: HTMLElement | null) => void;
  /** The day that it begins. */
  day: string | undefined;
  /** What stands above the first message there is. */
  beginning: ReactNode;
}

interface MessageRowProps extends MessageBubbleProps, RowFrameProps {
  /** Whether the line above what is new stands above it. */
  firstNew: boolean;
  /** One has come here from a quote or a search. */
  highlighted: boolean;
}

/** A message, with what it begins: the conversation, a day, what is new. */
export const MessageRow = memo(function MessageRow({
  index,
  measure,
  day,
  firstNew,
  highlighted,
  beginning,
  ...bubble
}: MessageRowProps) {
  const words = useLanguage().texts.conversation;
  return (
    <RowFrame {...{ index, measure, day, beginning, highlighted }}>
      {firstNew && <p className={styles.unread}>{words.unreadFrom}</p>}
      <Selectable message={bubble.item.message} author={bubble.author}>
        <MessageBubble {...bubble} />
      </Selectable>
    </RowFrame>
  );
});

/** A row of the list at its place, under what it begins. */
export function RowFrame({
  index,
  measure,
  day,
  beginning,
  highlighted = false,
  children,
}: RowFrameProps & { highlighted?: boolean; children: ReactNode }) {
  return (
    <li ref={measure} data-index={index} className={join(styles.row, highlighted && styles.highlighted)}>
      {beginning}
      {day !== undefined && (
        <h2 className={styles.day}>
          <DayName instant={day} />
        </h2>
      )}
      {children}
    </li>
  );
}

/** The day that one reads, above all while one scrolls. */
export function PassingDay({ instant, shown }: { instant: string | undefined; shown: boolean }) {
  return (
    <p aria-hidden="true" className={styles.passing} data-shown={shown}>
      {instant !== undefined && <DayName instant={instant} />}
    </p>
  );
}

function DayName({ instant }: { instant: string }) {
  const { formats } = useLanguage();
  const now = useNow();
  return <time dateTime={instant}>{formats.day(instant, now)}</time>;
}
