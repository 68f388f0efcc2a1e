import { memo } from 'react';
import { NavLink } from 'react-router';
import type { Conversation } from '@/shared/api/model';
import { faceOf, nameOf, titleOf } from '@/shared/chat/conversation-names';
import { useLanguage } from '@/shared/i18n/language';
import { Avatar } from '@/shared/ui/avatar';
import { join } from '@/shared/ui/join';
import { Time } from '@/shared/ui/time';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import styles from './conversation-list.module.css';

interface ConversationRowProps {
  conversation: Conversation;
  ownId: string;
  now: Date;
}

const MOST_SHOWN = 99;

/** A conversation in the list: who with, what was said last, by whom and when, and how much of it is unread. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  ownId,
  now,
}: ConversationRowProps) {
  const { texts, formats } = useLanguage();
  const words = texts.conversations;
  const { id, lastMessage, unread } = conversation;
  const name = titleOf(conversation, ownId) ?? words.unnamed;
  return (
    <li>
      <NavLink to={`/c/${encodeURIComponent(id)}`} className={join(styles.row, unread > 0 && styles.unread)}>
        <Avatar id={faceOf(conversation, ownId)} name={name} />
        <span className={styles.words}>
          <span className={styles.name}>
            <bdi>{name}</bdi>
          </span>
          <span className={styles.preview}>
            {lastMessage === null ? (
              words.nothingYet
            ) : (
              <>
                <span className={styles.sender}>
                  {lastMessage.senderId === ownId
                    ? words.you
                    : firstName(nameOf(conversation, lastMessage.senderId))}
                  :
                </span>{' '}
                <bdi>{lastMessage.text ?? words.picture}</bdi>
              </>
            )}
          </span>
        </span>
        <span className={styles.side}>
          <Time instant={conversation.updatedAt} className={styles.time}>
            {formats.brief(conversation.updatedAt, now)}
          </Time>
          {unread > 0 && (
            <span className={styles.badge}>
              <span aria-hidden="true">{unread > MOST_SHOWN ? words.manyUnread : unread}</span>
              <VisuallyHidden>{words.unread(unread)}</VisuallyHidden>
            </span>
          )}
        </span>
      </NavLink>
    </li>
  );
});

/** What one would call them; "Dr." is no name. */
function firstName(name = ''): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !word.endsWith('.')) ?? words.join(' ');
}
