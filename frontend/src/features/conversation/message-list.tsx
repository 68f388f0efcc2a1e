import { ArrowDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Conversation } from '@/shared/api/model';
import { faceOf, titleOf } from '@/shared/chat/conversation-names';
import { useLanguage } from '@/shared/i18n/language';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { useNow } from '@/shared/ui/use-now';
import { useWhenNear } from '@/shared/ui/use-when-near';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import type { ConversationSnapshot, ConversationStore } from './conversation-store';
import { MessageBubble } from './message-bubble';
import styles from './message-list.module.css';
import { daysOf } from './timeline-days';
import type { SteadyScroll } from './use-steady-scroll';

interface MessageListProps {
  conversation: Conversation;
  ownId: string;
  store: ConversationStore;
  snapshot: ConversationSnapshot;
  scroll: SteadyScroll;
}

/** The history of a conversation by day and sender; earlier pages come as one scrolls up. */
export function MessageList({ conversation, ownId, store, snapshot, scroll }: MessageListProps) {
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
  const start = useWhenNear(scroller, older === 'more', () => void store.loadOlder());
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
              <ul>
                {day.items.map(({ item, first }) => (
                  <MessageBubble
                    key={item.key}
                    item={item}
                    own={item.senderId === ownId}
                    author={
                      item.senderId === ownId ? texts.conversations.you : (names.get(item.senderId) ?? '')
                    }
                    named={first && conversation.kind === 'group' && item.senderId !== ownId}
                    first={first}
                    {...ways}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
      {!atEnd && <ToLatest snapshot={snapshot} ownId={ownId} onClick={toEnd} />}
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

interface ToLatestProps extends Pick<MessageListProps, 'snapshot' | 'ownId'> {
  onClick: () => void;
}

/** Shown while one reads further up: the way back, and how much has come in since. */
function ToLatest({ snapshot, ownId, onClick }: ToLatestProps) {
  const words = useLanguage().texts.conversation;
  const [leftAt] = useState(() => snapshot.messages.at(-1)?.seq ?? 0);
  const count = snapshot.messages.filter(({ seq, senderId }) => seq > leftAt && senderId !== ownId).length;
  return (
    <button type="button" className={styles.latest} onClick={onClick} title={words.toLatest}>
      <ArrowDown size={20} aria-hidden="true" />
      {count > 0 ? words.newBelow(count) : <VisuallyHidden>{words.toLatest}</VisuallyHidden>}
    </button>
  );
}
