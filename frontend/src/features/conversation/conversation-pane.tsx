import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { ConversationHead } from './conversation-head';
import styles from './conversation-pane.module.css';
import { ConversationTalk } from './conversation-talk';
import { Failure } from './failure';

/** One conversation: who with, what was said, and where one says more. */
export function ConversationPane({ id }: { id: string }) {
  const { conversations } = useSignedIn();
  const query = useQuery(conversations.oneOptions(id));
  const { texts } = useLanguage();
  return (
    <section className={styles.pane} aria-label={texts.conversations.unnamed}>
      {query.data === undefined ? (
        <>
          <ConversationHead conversation={undefined} />
          {query.isError && <Failure reason={query.error} onRetry={() => void query.refetch()} />}
        </>
      ) : (
        <>
          <ConversationHead conversation={query.data} />
          <ConversationTalk conversation={query.data} />
        </>
      )}
    </section>
  );
}
