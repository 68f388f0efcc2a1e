import { useInfiniteQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { Conversation } from '@/shared/api/model';
import { fetchedOf } from '@/shared/chat/conversation-pages';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { isUnread } from '@/shared/own-view/muted';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Lead, Notice } from '@/shared/ui/notice';
import styles from './conversation-list.module.css';
import { ConversationRows } from './conversation-rows';
import { ConversationSearch } from './conversation-search';
import type { Filter } from './list-filter';
import { ListFilter } from './list-filter';
import { matching } from '@/shared/chat/matching';
import { SearchResults } from './search-results';
import { useResults } from './use-results';

interface ConversationListProps {
  onStart: () => void;
  /** What a newcomer sees where the list stands alone. */
  welcome: ReactNode;
}

const NONE: readonly Conversation[] = [];

/** All conversations, pinned first, then latest activity first; those that are unread or archived; or those that one looks for. */
export function ConversationList({ onStart, welcome }: ConversationListProps) {
  const { ownId, conversations } = useSignedIn();
  const words = useLanguage().texts.conversations;
  const { id: open } = useParams();
  const [sought, setSought] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const seeking = sought.trim() !== '';
  const results = useResults(sought);
  const main = useInfiniteQuery(conversations.listOptions());
  const archive = useInfiniteQuery({
    ...conversations.archiveOptions(),
    enabled: seeking || filter === 'archived',
  });
  const list = filter === 'archived' && !seeking ? archive : main;
  const known = list.data?.known;
  const archived = seeking ? (archive.data?.known ?? NONE) : NONE;
  const items = useMemo(
    () => known && matching([...shown(known, seeking ? 'all' : filter, open), ...archived], sought, ownId),
    [known, archived, seeking, filter, open, sought, ownId],
  );
  if (list.data === undefined || items === undefined) {
    return list.isError ? (
      <Failed reason={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <div className={styles.scroller} aria-busy="true" />
    );
  }
  if (known?.length === 0 && filter === 'all' && !seeking && archive.data === undefined)
    return (
      <Empty
        welcome={welcome}
        onArchive={() => {
          setFilter('archived');
        }}
      />
    );
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const further = isFetchingNextPage ? 'loading' : isFetchNextPageError ? 'failed' : 'more';
  return (
    <>
      <ConversationSearch
        sought={sought}
        onSeek={setSought}
        // While there are pages to look through, it is not said how many there are.
        found={seeking && !hasNextPage ? items.length : undefined}
      />
      {!seeking && <ListFilter filter={filter} onChoose={setFilter} />}
      {items.length === 0 && !hasNextPage ? (
        <section className={styles.scroller} aria-label={words.title}>
          {seeking ? (
            <SearchResults
              results={results}
              nothing={
                <Notice title={words.noneFound(sought.trim())}>
                  <Button look="outlined" onClick={onStart}>
                    {words.find}
                  </Button>
                </Notice>
              }
            />
          ) : (
            <NothingIn filter={filter} />
          )}
        </section>
      ) : (
        <ConversationRows
          // Another search, or filter, begins at the top.
          key={`${filter} ${sought}`}
          conversations={items}
          fetched={fetchedOf(items, list.data)}
          more={hasNextPage ? further : 'none'}
          onMore={() => void fetchNextPage()}
        >
          {seeking && <SearchResults results={results} nothing={null} />}
        </ConversationRows>
      )}
    </>
  );
}

/** What is open stays, so that reading it does not take it away. */
function shown(known: readonly Conversation[], filter: Filter, open: string | undefined) {
  return filter === 'unread' ? known.filter((each) => isUnread(each) || each.id === open) : known;
}

function NothingIn({ filter }: { filter: Filter }) {
  const words = useLanguage().texts.ownView;
  return filter === 'archived' ? (
    <Notice title={words.noneArchived}>
      <Lead>{words.noneArchivedLead}</Lead>
    </Notice>
  ) : (
    <Notice title={words.noneUnread} />
  );
}

function Failed({ reason, onRetry }: { reason: Error; onRetry: () => void }) {
  const language = useLanguage();
  const { app, conversations } = language.texts;
  return (
    <section className={styles.scroller} aria-label={conversations.title}>
      <Notice title={conversations.failed}>
        <Lead>{problemText(reason, language)}</Lead>
        <Button look="outlined" onClick={onRetry}>
          {app.tryAgain}
        </Button>
      </Notice>
    </section>
  );
}

function Empty({ welcome, onArchive }: { welcome: ReactNode; onArchive: () => void }) {
  const { conversations, ownView } = useLanguage().texts;
  return (
    <section className={styles.scroller} aria-label={conversations.title}>
      <div className={styles.beside}>
        <Notice
          title={conversations.empty}
          art={<MessagesSquare size={40} strokeWidth={1.25} aria-hidden="true" />}
        />
      </div>
      <div className={styles.alone}>{welcome}</div>
      <div className={styles.more}>
        <Button look="quiet" onClick={onArchive}>
          {ownView.archived}
        </Button>
      </div>
    </section>
  );
}
