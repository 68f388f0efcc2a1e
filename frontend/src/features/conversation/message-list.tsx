import { ArrowDown } from 'lucide-react';
import { Fragment, useLayoutEffect, useMemo, useState } from 'react';
import type { Conversation } from '@/shared/api/model';
import { reachOf } from '@/shared/chat/conversation-changes';
import { faceOf, titleOf } from '@/shared/chat/conversation-names';
import { receiptOf } from '@/shared/chat/receipts';
import { useLanguage } from '@/shared/i18n/language';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { useNow } from '@/shared/ui/use-now';
import { useWhenNear } from '@/shared/ui/use-when-near';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import type { ConversationSnapshot, ConversationStore } from './conversation-store';
import { MessageBubble } from './message-bubble';
import styles from './message-list.module.css';
import { daysOf, splitBefore } from './timeline-days';
import type { SteadyScroll } from './use-steady-scroll';

interface MessageListProps {
  conversation: Conversation;
  ownId: string;
  store: ConversationStore;
  snapshot: ConversationSnapshot;
  scroll: SteadyScroll;
  /** The number after which begins what was unread when one came. */
  unreadAfter: number | undefined;
  onOpenImage: (imageId: string) => void;
}

/** The history of a conversation by day and sender; earlier pages come as one scrolls up. */
export function MessageList({
  conversation,
  ownId,
  store,
  snapshot,
  scroll,
  unreadAfter,
  onOpenImage,
}: MessageListProps) {
  const { texts, formats } = useLanguage();
  const words = texts.conversation;
  const now = useNow();
  const { messages, outgoing, older } = snapshot;
  const { scroller, setScroller, atEnd, onScroll, toEnd } = scroll;
  const days = useMemo(() => daysOf(messages, outgoing, ownId), [messages, outgoing, ownId]);
  const names = useMemo(
    () => new Map(conversation.members.map((member) => [member.userId, member.name])),
    [conversation.members],
  );
  const reach = useMemo(() => reachOf(conversation, ownId), [conversation, ownId]);
  const firstUnread =
    unreadAfter === undefined
      ? undefined
      : messages.find(({ seq, senderId }) => seq > unreadAfter && senderId !== ownId)?.seq;
  const start = useWhenNear(scroller, older === 'more', () => void store.loadOlder());
  useLayoutEffect(() => {
    // One comes in where the new begins; later, nothing moves by itself.
    scroller?.querySelector('[data-unread]')?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [scroller]);
  const [ways] = useState(() => ({
    onRetry: (id: string) => {
      store.retry(id);
    },
    onDiscard: (id: string) => {
      store.discard(id);
    },
  }));
  return (
    <div className={styles.frame}>
      <div
        ref={setScroller}
        className={styles.scroller}
        onScroll={onScroll}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one scrolls it by keyboard
        tabIndex={0}
        role="group"
        aria-label={words.messages}
      >
        <div className={styles.content}>
          <div ref={start} className={styles.older} hidden={older === 'none'}>
            {older === 'failed' ? <Older store={store} /> : words.loadingOlder}
          </div>
          {older === 'none' && <Beginning conversation={conversation} ownId={ownId} />}
          {days.map((day) => (
            <section key={day.key}>
              <h2 className={styles.day}>
                <time dateTime={day.instant}>{formats.day(day.instant, now)}</time>
              </h2>
              {splitBefore(day.items, firstUnread).map((items, at) => (
                <Fragment key={at}>
                  {at > 0 && <UnreadLine />}
                  <ul>
                    {items.map(({ item, first }) => (
                      <MessageBubble
                        key={item.key}
                        item={item}
                        own={item.senderId === ownId}
                        receipt={receiptOf(item.seq ?? Infinity, reach)}
                        author={
                          item.senderId === ownId ? texts.conversations.you : (names.get(item.senderId) ?? '')
                        }
                        named={first && conversation.kind === 'group' && item.senderId !== ownId}
                        first={first}
                        onOpen={onOpenImage}
                        {...ways}
                      />
                    ))}
                  </ul>
                </Fragment>
              ))}
            </section>
          ))}
        </div>
      </div>
      {!atEnd && <ToLatest unread={conversation.unread} onClick={toEnd} />}
    </div>
  );
}

function Beginning({ conversation, ownId }: Pick<MessageListProps, 'conversation' | 'ownId'>) {
  const { texts } = useLanguage();
  const name = titleOf(conversation, ownId) ?? texts.conversations.unnamed;
  return (
    <div className={styles.beginning}>
      <Avatar id={faceOf(conversation, ownId)} name={name} />
      <p>{texts.conversation.beginning(name)}</p>
    </div>
  );
}

function Older({ store }: Pick<MessageListProps, 'store'>) {
  const { texts } = useLanguage();
  return (
    <>
      {texts.conversation.olderFailed}{' '}
      <Button look="quiet" onClick={() => void store.loadOlder()}>
        {texts.app.tryAgain}
      </Button>
    </>
  );
}

/** The line between what one has read and what is new. */
function UnreadLine() {
  const { unreadFrom } = useLanguage().texts.conversation;
  return (
    <p className={styles.unread} data-unread>
      {unreadFrom}
    </p>
  );
}

interface ToLatestProps {
  unread: number;
  onClick: () => void;
}

/** Shown while one reads further up: the way back, and how much is new there. */
function ToLatest({ unread, onClick }: ToLatestProps) {
  const words = useLanguage().texts.conversation;
  return (
    <button type="button" className={styles.latest} onClick={onClick} title={words.toLatest}>
      <ArrowDown size={20} aria-hidden="true" />
      {unread > 0 ? words.newBelow(unread) : <VisuallyHidden>{words.toLatest}</VisuallyHidden>}
    </button>
  );
}
