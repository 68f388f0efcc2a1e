import { BellOff, EllipsisVertical, Pin } from 'lucide-react';
import { memo, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Conversation } from '@/shared/api/model';
import { attachmentKind } from '@/shared/chat/attachments';
import { reachOf } from '@/shared/chat/conversation-changes';
import { faceOf, firstName, nameOf, otherOf, photoOf, titleOf } from '@/shared/chat/conversation-names';
import { previewOf } from '@/shared/chat/preview';
import { receiptOf } from '@/shared/chat/receipts';
import { useLanguage } from '@/shared/i18n/language';
import { isMuted, isUnread, mutedUntil } from '@/shared/own-view/muted';
import { useTypists, useUnsent } from '@/shared/signed-in/signed-in';
import { AttachmentIcon } from '@/shared/ui/attachment-icon';
import { Avatar } from '@/shared/ui/avatar';
import { join } from '@/shared/ui/join';
import { Tick } from '@/shared/ui/tick';
import { Time } from '@/shared/ui/time';
import { TypingDots } from '@/shared/ui/typing-dots';
import { useLongPress } from '@/shared/ui/use-long-press';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import styles from './conversation-list.module.css';

interface ConversationRowProps {
  /** Its place in the list, for what measures it. */
  index: number;
  measure: (element: HTMLElement | null) => void;
  conversation: Conversation;
  ownId: string;
  now: Date;
  /** What tells the other one from a user of the same name. */
  tag: string | undefined;
  /** The menu of the conversation is wanted at its button. */
  onMenu: (id: string, button: HTMLElement) => void;
}

const MOST_SHOWN = 99;

/** A conversation in the list: who with, what was said last, by whom and when, and how much of it is unread. */
export const ConversationRow = memo(function ConversationRow({
  index,
  measure,
  conversation,
  ownId,
  now,
  tag,
  onMenu,
}: ConversationRowProps) {
  const { texts, formats } = useLanguage();
  const words = texts.conversations;
  const { id } = conversation;
  const name = titleOf(conversation, ownId) ?? words.unnamed;
  const online = otherOf(conversation, ownId)?.online === true;
  const button = useRef<HTMLButtonElement>(null);
  const openMenu = () => {
    if (button.current !== null) onMenu(id, button.current);
  };
  const muted = isMuted(conversation, now.getTime());
  return (
    <li ref={measure} data-index={index} className={styles.place} {...useLongPress(openMenu)}>
      <NavLink
        to={`/c/${encodeURIComponent(id)}`}
        className={join(styles.row, isUnread(conversation) && styles.unread, muted && styles.muted)}
      >
        <Avatar
          id={faceOf(conversation, ownId)}
          name={name}
          photo={photoOf(conversation, ownId)}
          online={online}
        />
        <span className={styles.words}>
          <span className={styles.name} dir="auto">
            <span translate="no">{name}</span>
            {tag !== undefined && <bdi className={styles.tag}>{` ${tag}`}</bdi>}
            {online && <VisuallyHidden>{`, ${words.online}`}</VisuallyHidden>}
          </span>
          <Preview conversation={conversation} ownId={ownId} />
        </span>
        <span className={styles.side}>
          <Time instant={conversation.updatedAt} className={styles.time}>
            {formats.brief(conversation.updatedAt, now)}
          </Time>
          <Flags conversation={conversation} muted={muted} now={now} />
        </span>
      </NavLink>
      <button
        ref={button}
        type="button"
        className={styles.menu}
        aria-haspopup="menu"
        aria-label={texts.ownView.menu(name)}
        title={texts.ownView.menu(name)}
        onClick={openMenu}
      >
        <EllipsisVertical size={18} aria-hidden="true" />
      </button>
    </li>
  );
});

interface FlagsProps extends Pick<ConversationRowProps, 'conversation' | 'now'> {
  muted: boolean;
}

/** Whether it is silent and pinned, and how much of it is unread. */
function Flags({ conversation, muted, now }: FlagsProps) {
  const { texts, formats } = useLanguage();
  const words = texts.ownView;
  const { unread, mine } = conversation;
  const until = mutedUntil(conversation, now.getTime());
  return (
    <span className={styles.flags}>
      {muted && (
        <span className={styles.flag}>
          <BellOff size={16} aria-hidden="true" />
          <VisuallyHidden>
            {until === undefined ? words.muted : words.mutedUntil(formats.soon(until, now))}
          </VisuallyHidden>
        </span>
      )}
      {mine.pinned && (
        <span className={styles.flag}>
          <Pin size={16} aria-hidden="true" />
          <VisuallyHidden>{words.pinned}</VisuallyHidden>
        </span>
      )}
      {unread > 0 ? (
        <span className={styles.badge}>
          <span aria-hidden="true">{unread > MOST_SHOWN ? texts.conversations.manyUnread : unread}</span>
          <VisuallyHidden>{texts.conversations.unread(unread)}</VisuallyHidden>
        </span>
      ) : (
        mine.markedUnread && (
          <span className={styles.dot}>
            <VisuallyHidden>{words.markedUnread}</VisuallyHidden>
          </span>
        )
      )}
    </span>
  );
}

/** Who is writing, or else what is not sent, or else what was said last. */
function Preview({ conversation, ownId }: Pick<ConversationRowProps, 'conversation' | 'ownId'>) {
  const { texts } = useLanguage();
  const words = texts.conversations;
  const [typist] = useTypists(conversation.id);
  const { draft, failed, waiting } = useUnsent(conversation.id);
  const open = useLocation().pathname === `/c/${encodeURIComponent(conversation.id)}`;
  const { lastMessage } = conversation;
  const group = conversation.kind === 'group';
  if (typist !== undefined) {
    const name = firstName(nameOf(conversation, typist));
    return (
      <span className={join(styles.preview, styles.typing)}>
        <TypingDots />
        <span>{group ? words.typingIn(name) : words.typing}</span>
      </span>
    );
  }
  if (failed > 0) return <span className={join(styles.preview, styles.failed)}>{words.unsent(failed)}</span>;
  if (waiting > 0) return <span className={styles.preview}>{words.waiting(waiting)}</span>;
  if (draft.trim() !== '' && !open) {
    return (
      <span className={join(styles.preview, styles.said)}>
        <span className={styles.draft}>{`${words.draft}: `}</span>
        <span className={styles.last} dir="auto">
          {draft}
        </span>
      </span>
    );
  }
  if (lastMessage === null) return <span className={styles.preview}>{words.nothingYet}</span>;
  const own = lastMessage.senderId === ownId;
  const attachment = attachmentKind(lastMessage);
  return (
    <span className={join(styles.preview, styles.said)}>
      {own && <Tick state={receiptOf(lastMessage.seq, reachOf(conversation, ownId))} />}
      {/* In a conversation of two the name stands above, and the tick says that it was oneself. */}
      {group ? (
        <span className={styles.sender}>
          {`${own ? words.you : firstName(nameOf(conversation, lastMessage.senderId))}: `}
        </span>
      ) : (
        own && <VisuallyHidden>{`${words.you}: `}</VisuallyHidden>
      )}
      {attachment !== undefined && <AttachmentIcon kind={attachment} className={styles.attachment} />}
      <span className={styles.last} dir="auto">
        {previewOf(lastMessage, conversation, texts)}
      </span>
    </span>
  );
}
