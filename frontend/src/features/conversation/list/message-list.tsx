import { ArrowDown, ArrowUp, ShieldAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Conversation } from '@/shared/api/model';
import { reachOf } from '@/shared/chat/conversation-changes';
import { faceOf, photoOf, titleOf } from '@/shared/chat/conversation-names';
import { membersOf, namesakesIn, tagOf } from '@/shared/chat/namesakes';
import { receiptOf } from '@/shared/chat/receipts';
import { useLanguage } from '@/shared/i18n/language';
import { Avatar } from '@/shared/ui/avatar';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import type { ConversationSnapshot, ConversationStore } from '../store/conversation-store';
import { holds } from '../album/albums';
import { copyMessages } from './copy-messages';
import { FurtherPage } from './further-page';
import styles from './message-list.module.css';
import { EventRow } from '../events/event-row';
import { namedInEvent } from '../events/event-text';
import { MessageRow, PassingDay } from '../message/message-row';
import { NameOfContext } from '../message/message-ways';
import type { Row } from './timeline-rows';
import { itemsOf, messageOf } from './timeline-rows';
import type { MessageRows } from './use-message-rows';
import { useNames } from '../message/use-names';

interface MessageListProps {
  conversation: Conversation;
  ownId: string;
  store: ConversationStore;
  snapshot: ConversationSnapshot;
  rows: readonly Row[];
  drawn: MessageRows;
  /** The row with which begins what was unread when one came; -1 if nothing was. */
  firstNew: number;
  /** The first message of others that was not on screen yet. */
  firstUnseen: number | undefined;
  /** The entry of the log that one was led to. */
  highlighted: number | undefined;
  onToLatest: () => void;
}

/** The history of a conversation by day and sender; further pages come as one scrolls. */
export function MessageList({
  conversation,
  ownId,
  store,
  snapshot,
  rows,
  drawn,
  firstNew,
  firstUnseen,
  highlighted,
  onToLatest,
}: MessageListProps) {
  const { texts } = useLanguage();
  const words = texts.conversation;
  const { older, newer } = snapshot;
  const { scroller, setScroller, setHolder, measure, indexes, topmost, moving, atEnd, jumpTo, onScroll } =
    drawn;
  const { names, photos } = useNames(
    conversation,
    indexes.flatMap((index) => namedIn(rows[index])),
  );
  const nameOf = useMemo(() => (userId: string) => names.get(userId), [names]);
  const group = conversation.kind === 'group';
  const namesakes = useMemo(
    () => (group ? namesakesIn(membersOf(conversation.members)) : undefined),
    [group, conversation.members],
  );
  const stranger = useMemo(
    () => !group && rows.length > 0 && rows.every((row) => messageOf(row)?.senderId !== ownId),
    [group, rows, ownId],
  );
  const unseenRow = useMemo(
    () => (firstUnseen === undefined ? -1 : rows.findIndex((row) => holds(row, firstUnseen))),
    [rows, firstUnseen],
  );
  const reach = useMemo(() => reachOf(conversation, ownId), [conversation, ownId]);
  return (
    <div className={styles.frame}>
      <PassingDay instant={rows[topmost ?? -1]?.day} shown={moving && !atEnd} />
      <div
        ref={setScroller}
        className={styles.scroller}
        onScroll={onScroll}
        onCopy={copyMessages}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one scrolls it by keyboard
        tabIndex={0}
        role="group"
        aria-label={words.messages}
      >
        <div className={styles.content}>
          <FurtherPage state={older} root={scroller} side="older" onLoad={() => store.loadOlder()} />
          {rows.length === 0 && older === 'none' && <Beginning conversation={conversation} ownId={ownId} />}
          <ul ref={setHolder} className={styles.rows}>
            <NameOfContext value={nameOf}>
              {indexes.map((index) => {
                const row = rows[index];
                if (row === undefined) return null;
                const { item } = row;
                const beginning =
                  index === 0 && older === 'none' ? (
                    <Beginning conversation={conversation} ownId={ownId} stranger={stranger} />
                  ) : null;
                const frame = { index, measure, beginning, day: row.newDay ? row.day : undefined };
                if ('events' in item) return <EventRow key={item.key} {...frame} item={item} />;
                const own = item.senderId === ownId;
                const items = itemsOf(row);
                return (
                  <MessageRow
                    key={item.key}
                    {...frame}
                    firstNew={index === firstNew}
                    item={item}
                    album={row.album}
                    own={own}
                    receipt={receiptOf(items.at(-1)?.seq ?? Infinity, reach)}
                    author={own ? texts.conversations.you : (names.get(item.senderId) ?? '')}
                    photo={group && !own ? photos.get(item.senderId) : undefined}
                    grouped={group && !own}
                    tag={namesakes?.has(item.senderId) === true && !own ? tagOf(item.senderId) : undefined}
                    first={row.first}
                    tabbable={index === indexes.at(-1)}
                    highlighted={highlighted !== undefined && holds(row, highlighted)}
                  />
                );
              })}
            </NameOfContext>
          </ul>
          <FurtherPage state={newer} root={scroller} side="newer" onLoad={() => store.loadNewer()} />
        </div>
      </div>
      {!atEnd && (
        <Jump
          words={conversation.unread > 0 ? words.newBelow(conversation.unread) : undefined}
          onClick={onToLatest}
        />
      )}
      {atEnd && unseenRow >= 0 && unseenRow < (topmost ?? 0) && (
        <Jump
          up
          words={words.newAbove(conversation.unread)}
          onClick={() => {
            jumpTo(unseenRow);
          }}
        />
      )}
    </div>
  );
}

/** Those whose names stand in a row. */
function namedIn(row: Row | undefined): readonly string[] {
  if (row === undefined) return [];
  if ('events' in row.item) return row.item.events.flatMap(namedInEvent);
  const { senderId, replyTo, message } = row.item;
  return [senderId, ...(replyTo === null ? [] : [replyTo.senderId]), ...(message?.mentions ?? [])];
}

interface BeginningProps extends Pick<MessageListProps, 'conversation' | 'ownId'> {
  /** A person has written who was never answered. */
  stranger?: boolean;
}

function Beginning({ conversation, ownId, stranger = false }: BeginningProps) {
  const { texts } = useLanguage();
  const name = titleOf(conversation, ownId) ?? texts.conversations.unnamed;
  return (
    <div className={styles.beginning}>
      <Avatar id={faceOf(conversation, ownId)} name={name} photo={photoOf(conversation, ownId)} />
      <p>{texts.conversation.beginning(name)}</p>
      {stranger && (
        <aside className={styles.stranger} aria-label={texts.conversation.strangerTitle}>
          <ShieldAlert size={20} aria-hidden="true" />
          <div>
            <p className={styles.strong}>{texts.conversation.strangerTitle}</p>
            <p>{texts.conversation.strangerHint}</p>
          </div>
        </aside>
      )}
    </div>
  );
}

interface JumpProps {
  /** To what one has not seen further up; otherwise to the end. */
  up?: boolean;
  /** How much is new there, if anything is. */
  words: string | undefined;
  onClick: () => void;
}

/** Shown while one reads further up: the way back, or the way to what one has left out. */
function Jump({ up = false, words: news, onClick }: JumpProps) {
  const words = useLanguage().texts.conversation;
  const Arrow = up ? ArrowUp : ArrowDown;
  return (
    <button type="button" className={styles.latest} onClick={onClick} title={up ? news : words.toLatest}>
      <Arrow size={20} aria-hidden="true" />
      {news === undefined ? <VisuallyHidden>{words.toLatest}</VisuallyHidden> : <span>{news}</span>}
    </button>
  );
}
