import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Lead, Notice } from '@/shared/ui/notice';
import { Composer } from './composer';
import { ConversationHead } from './conversation-head';
import styles from './conversation-pane.module.css';
import { MessageList } from './message-list';
import { useOpenConversations } from './open-conversations';
import { useMarkRead } from './use-mark-read';
import { useSteadyScroll } from './use-steady-scroll';
import { useUnreadMark } from './use-unread-mark';

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
          <Talk conversation={query.data} />
        </>
      )}
    </section>
  );
}

function Talk({ conversation }: { conversation: Conversation }) {
  const { ownId } = useSignedIn();
  const openConversations = useOpenConversations();
  const [open] = useState(() => openConversations.get(conversation.id));
  const { store } = open;
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const last = snapshot.outgoing.at(-1) ?? snapshot.messages.at(-1);
  const scroll = useSteadyScroll({
    first: snapshot.messages[0]?.id,
    last: last?.clientMessageId,
  });
  useEffect(() => {
    void store.open();
    return () => {
      open.typing.stop();
    };
  }, [store, open]);
  const unread = useUnreadMark(conversation, ownId, scroll.atEnd);
  useMarkRead(conversation, snapshot.messages, scroll.scroller, open.reading);

  if (typeof snapshot.phase === 'object') {
    return <Failure reason={snapshot.phase.problem} onRetry={() => void store.open()} />;
  }
  return (
    <>
      {snapshot.phase === 'loading' && snapshot.outgoing.length === 0 ? (
        <Loading />
      ) : (
        <MessageList {...{ conversation, ownId, store, snapshot, scroll }} unreadAfter={unread.mark} />
      )}
      <Composer
        draft={open.draft}
        onDraft={(text) => {
          openConversations.keepDraft(conversation.id, text);
          open.typing.write(text);
        }}
        onSend={(text) => {
          open.typing.sent();
          store.send(text);
          unread.clear();
          scroll.toEnd();
        }}
      />
    </>
  );
}

function Loading() {
  const { texts } = useLanguage();
  return (
    <Notice>
      <Lead>{texts.conversation.loading}</Lead>
    </Notice>
  );
}

interface FailureProps {
  reason: unknown;
  onRetry: () => void;
}

function Failure({ reason, onRetry }: FailureProps) {
  const language = useLanguage();
  const { conversation, app } = language.texts;
  if (reason instanceof Problem && !reason.isPassing)
    return <Notice heading="h1" title={conversation.notFound} />;
  return (
    <Notice heading="h1" title={conversation.failed}>
      <Lead>{problemText(reason, language)}</Lead>
      <Button look="outlined" onClick={onRetry}>
        {app.tryAgain}
      </Button>
    </Notice>
  );
}
