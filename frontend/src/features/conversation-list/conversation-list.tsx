import { useInfiniteQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { fetchedOf } from '@/shared/chat/conversation-pages';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Lead, Notice } from '@/shared/ui/notice';
import styles from './conversation-list.module.css';
import { ConversationRows } from './conversation-rows';
import { ConversationSearch } from './conversation-search';
import { matching } from './matching';

interface ConversationListProps {
  onStart: () => void;
  /** What a newcomer sees where the list stands alone. */
  welcome: ReactNode;
}

/** All conversations, latest activity first, or those that one looks for. */
export function ConversationList({ onStart, welcome }: ConversationListProps) {
  const { ownId, conversations } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.conversations;
  const list = useInfiniteQuery(conversations.listOptions());
  const items = list.data?.known;
  const [sought, setSought] = useState('');
  const found = useMemo(() => items && matching(items, sought, ownId), [items, sought, ownId]);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;

  if (list.data === undefined || items === undefined || found === undefined) {
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
        <div className={styles.beside}>
          <Notice
            title={words.empty}
            art={<MessagesSquare size={40} strokeWidth={1.25} aria-hidden="true" />}
          />
        </div>
        <div className={styles.alone}>{welcome}</div>
      </section>
    );
  }
  const seeking = sought.trim() !== '';
  const further = isFetchingNextPage ? 'loading' : isFetchNextPageError ? 'failed' : 'more';
  return (
    <>
      <ConversationSearch
        sought={sought}
        onSeek={setSought}
        // While there are pages to look through, it is not said how many there are.
        found={seeking && !hasNextPage ? found.length : undefined}
      />
      {found.length === 0 && !hasNextPage ? (
        <section className={styles.scroller} aria-label={words.title}>
          <Notice title={words.noneFound(sought.trim())}>
            <Button look="outlined" onClick={onStart}>
              {words.find}
            </Button>
          </Notice>
        </section>
      ) : (
        <ConversationRows
          // Another search begins at the top.
          key={sought}
          conversations={found}
          fetched={fetchedOf(found, list.data)}
          more={hasNextPage ? further : 'none'}
          onMore={() => void fetchNextPage()}
        />
      )}
    </>
  );
}
