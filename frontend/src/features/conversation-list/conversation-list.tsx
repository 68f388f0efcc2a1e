import { useInfiniteQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import { inOrder } from '@/shared/chat/conversation-cache';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Lead, Notice } from '@/shared/ui/notice';
import { useNow } from '@/shared/ui/use-now';
import { useWhenNear } from '@/shared/ui/use-when-near';
import styles from './conversation-list.module.css';
import { ConversationRow } from './conversation-row';

/** All conversations, latest activity first; further ones are loaded as one scrolls down. */
export function ConversationList({ onStart }: { onStart: () => void }) {
  const { ownId, conversations } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.conversations;
  const now = useNow();
  const list = useInfiniteQuery(conversations.listOptions());
  const items = useMemo(() => list.data && inOrder(list.data), [list.data]);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const end = useWhenNear(scroller, hasNextPage && !isFetchingNextPage && !isFetchNextPageError, () => {
    void fetchNextPage();
  });

  if (items === undefined) {
    return list.isError ? (
      <section className={styles.scroller} aria-label={words.title}>
        <Notice title={words.failed}>
          <Lead>{problemText(list.error, language)}</Lead>
          <Button
            look="outlined"
            onClick={() => {
              void list.refetch();
            }}
          >
            {language.texts.app.tryAgain}
          </Button>
        </Notice>
      </section>
    ) : (
      <div className={styles.scroller} aria-busy="true" />
    );
  }
  if (items.length === 0) {
    return (
      <section className={styles.scroller} aria-label={words.title}>
        <Notice title={words.empty} art={<MessagesSquare size={40} strokeWidth={1.25} aria-hidden="true" />}>
          <Lead>{words.emptyLead}</Lead>
          <Button onClick={onStart}>{words.find}</Button>
        </Notice>
      </section>
    );
  }
  return (
    <div className={styles.scroller} ref={setScroller}>
      <nav aria-label={words.title}>
        <ul className={styles.list}>
          {items.map((conversation) => (
            <ConversationRow key={conversation.id} conversation={conversation} ownId={ownId} now={now} />
          ))}
        </ul>
      </nav>
      <div ref={end} className={styles.more} hidden={!hasNextPage}>
        {words.more}
      </div>
    </div>
  );
}
