import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { Conversation } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { faceOf, titleOf } from '@/shared/chat/conversation-names';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Lead, Notice } from '@/shared/ui/notice';
import { Composer } from './composer';
import styles from './conversation-pane.module.css';
import { MessageList } from './message-list';
import { useOpenConversations } from './open-conversations';
import { useMarkRead } from './use-mark-read';
import { useSteadyScroll } from './use-steady-scroll';

/** One conversation: who with, what was said, and where one says more. */
export function ConversationPane({ id }: { id: string }) {
  const { conversations } = useSignedIn();
  const query = useQuery(conversations.oneOptions(id));
  const { texts } = useLanguage();
  return (
    <section className={styles.pane} aria-label={texts.conversations.unnamed}>
      {query.data === undefined ? (
        <>
          <Head conversation={undefined} />
          {query.isError && <Failure reason={query.error} onRetry={() => void query.refetch()} />}
        </>
      ) : (
        <>
          <Head conversation={query.data} />
          <Talk conversation={query.data} />
        </>
      )}
    </section>
  );
}

function Head({ conversation }: { conversation: Conversation | undefined }) {
  const { ownId } = useSignedIn();
  const { texts } = useLanguage();
  const name = conversation && (titleOf(conversation, ownId) ?? texts.conversations.unnamed);
  return (
    <header className={styles.head}>
      <Link
        to="/"
        className={styles.back}
        aria-label={texts.conversation.back}
        title={texts.conversation.back}
      >
        <ArrowLeft size={22} aria-hidden="true" />
      </Link>
      {conversation !== undefined && name !== undefined && (
        <>
          <title>{`${name} · ${texts.app.name}`}</title>
          <Avatar small id={faceOf(conversation, ownId)} name={name} />
          <h1 className={styles.name} dir="auto" title={name}>
            {name}
          </h1>
        </>
      )}
    </header>
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
  }, [store]);
  useMarkRead(conversation, snapshot.messages.at(-1)?.seq ?? 0, scroll.atEnd, open.reading);

  if (typeof snapshot.phase === 'object') {
    return <Failure reason={snapshot.phase.problem} onRetry={() => void store.open()} />;
  }
  return (
    <>
      {snapshot.phase === 'loading' && snapshot.outgoing.length === 0 ? (
        <Loading />
      ) : (
        <MessageList {...{ conversation, ownId, store, snapshot, scroll }} />
      )}
      <Composer
        draft={open.draft}
        onDraft={(text) => {
          openConversations.keepDraft(conversation.id, text);
        }}
        onSend={(text) => {
          store.send(text);
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
