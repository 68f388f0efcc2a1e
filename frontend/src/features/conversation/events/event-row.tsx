import { memo } from 'react';
import type { GroupEvent } from '@/shared/chat/group-events';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Time } from '@/shared/ui/time';
import { useNameOf } from '../message/message-ways';
import type { RowFrameProps } from '../message/message-row';
import { RowFrame } from '../message/message-row';
import type { EventsItem } from '../list/timeline-rows';
import styles from './event-row.module.css';
import { eventText } from './event-text';

/** So many lines are shown at once; of more, how many they are. */
const MOST_LINES = 5;

/** What happened to a group between two messages: a line for each change. Never unread. */
export const EventRow = memo(function EventRow({ item, ...frame }: RowFrameProps & { item: EventsItem }) {
  const words = useLanguage().texts.groups.events;
  const { events } = item;
  const lines = events.map((event) => <EventLine key={event.seq} event={event} />);
  return (
    <RowFrame {...frame}>
      <div className={styles.events}>
        {events.length <= MOST_LINES ? (
          lines
        ) : (
          <details>
            <summary className={styles.summary}>{words.many(events.length)}</summary>
            {lines}
          </details>
        )}
      </div>
    </RowFrame>
  );
});

function EventLine({ event }: { event: GroupEvent }) {
  const { ownId } = useSignedIn();
  const { texts, formats } = useLanguage();
  const nameOf = useNameOf();
  const words = texts.groups.events;
  const said = eventText(event, {
    words,
    isMe: (id) => id === ownId,
    nameOf,
    list: (names) => formats.list(names),
  });
  return (
    <p className={styles.line}>
      <span>{`${said} `}</span>
      <Time instant={event.at} className={styles.time}>
        {formats.time(event.at)}
      </Time>
    </p>
  );
}
