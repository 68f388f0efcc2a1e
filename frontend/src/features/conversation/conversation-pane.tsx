import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { ConversationHead } from './conversation-head';
import styles from './conversation-pane.module.css';
import { ConversationTalk } from './conversation-talk';
import { Failure } from './message/failure';
import type { Arrival } from './find/use-arrival';
import { useFindKey } from './find/use-find-key';
import type { Mode } from './mode';

interface ConversationPaneProps {
  id: string;
  /** The message that one has come for. */
  arrival?: Arrival | undefined;
}

/** One conversation: who with, what was said, and where one says more. */
export function ConversationPane({ id, arrival }: ConversationPaneProps) {
  const { conversations } = useSignedIn();
  const query = useQuery(conversations.oneOptions(id));
  const { texts } = useLanguage();
  const pane = useRef<HTMLElement>(null);
  const [mode, setMode] = useState<Mode>('talk');
  useFindKey(pane, () => {
    setMode('find');
  });
  return (
    <section ref={pane} className={styles.pane} aria-label={texts.conversations.unnamed}>
      {query.data === undefined ? (
        <>
          <ConversationHead conversation={undefined} onMode={setMode} />
          {query.isError && <Failure reason={query.error} onRetry={() => void query.refetch()} />}
        </>
      ) : (
        <>
          <ConversationHead conversation={query.data} onMode={setMode} />
          <ConversationTalk conversation={query.data} arrival={arrival} mode={mode} onMode={setMode} />
        </>
      )}
    </section>
  );
}
