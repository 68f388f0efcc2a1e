import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '@/shared/api/model';
import { quoteOf } from '@/shared/chat/message-changes';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Lead, Notice } from '@/shared/ui/notice';
import { MessageActs } from './actions/message-acts';
import { useActs } from './actions/use-acts';
import { Composer } from './composer';
import styles from './conversation-talk.module.css';
import { Failure } from './failure';
import { ConversationImages } from './images/conversation-images';
import { ImagePreview } from './images/lazy';
import { useDropFiles } from './images/use-drop-files';
import { MessageList } from './message-list';
import { useOpenConversations } from './open-conversations';
import type { OutgoingImage } from './timeline';
import { firstUnread, rowsOf } from './timeline-rows';
import { MessageWaysContext } from './message-ways';
import { useJump } from './use-jump';
import { useMessageRows } from './use-message-rows';
import { useReading } from './use-reading';
import { useWays } from './use-ways';

/** What was said, and where one says more, in words and pictures. */
export function ConversationTalk({ conversation }: { conversation: Conversation }) {
  const { ownId, toasts, unsent } = useSignedIn();
  const { texts, formats } = useLanguage();
  const openConversations = useOpenConversations();
  const [open] = useState(() => openConversations.get(conversation.id));
  const { store } = open;
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { messages, outgoing } = snapshot;
  const rows = useMemo(
    () => rowsOf(messages, outgoing, ownId, formats),
    [messages, outgoing, ownId, formats],
  );
  const drawn = useMessageRows(rows, snapshot.newer !== 'none');
  useEffect(() => {
    void store.open();
    return () => {
      open.typing.stop();
    };
  }, [store, open]);
  const reading = useReading(conversation, open, snapshot, rows, drawn);
  const firstNew = useMemo(
    () => (reading.divider === undefined ? -1 : firstUnread(rows, reading.divider, ownId)),
    [rows, reading.divider, ownId],
  );
  const [picked, setPicked] = useState<readonly File[]>();
  const [viewed, setViewed] = useState<string>();
  const pick = (files: readonly File[]) => {
    if (files.length > 0) setPicked(files);
  };
  const drop = useDropFiles(pick);
  const acts = useActs(conversation, open, messages);
  const { highlighted, jump } = useJump(store, reading.toSeq);
  const ways = useWays(open, { jump, openImage: setViewed, setTarget: acts.setTarget });

  if (typeof snapshot.phase === 'object') {
    return <Failure reason={snapshot.phase.problem} onRetry={() => void store.open()} />;
  }
  const toLatest = async (skip: boolean) => {
    await store.showLatest();
    const { newer } = store.getSnapshot();
    if (newer === 'none') reading.toEnd({ skip });
    // Where the list says so is far below.
    else if (newer === 'failed') toasts.fail(texts.conversation.newerFailed);
  };
  const send = (text: string, image?: OutgoingImage) => {
    open.typing.sent();
    const { replyTo } = open.composing.getSnapshot();
    store.send(text, { image, replyTo: replyTo && quoteOf(replyTo) });
    open.composing.sent();
    reading.answered();
    // What lies between was not on screen, and stays unread.
    void toLatest(false);
  };
  const sendImages = (images: readonly OutgoingImage[], caption: string) => {
    // The words go with the first one.
    images.forEach((image, at) => {
      send(at === 0 ? caption : '', image);
    });
    setPicked(undefined);
    openConversations.keepDraft(conversation.id, '');
  };
  return (
    <div className={styles.talk} {...drop.handlers}>
      {snapshot.phase === 'loading' && snapshot.outgoing.length === 0 ? (
        <Notice>
          <Lead>{texts.conversation.loading}</Lead>
        </Notice>
      ) : (
        <MessageWaysContext value={ways}>
          <MessageList
            {...{ conversation, ownId, store, snapshot, rows, drawn, firstNew, highlighted }}
            firstUnseen={reading.firstUnseen}
            onToLatest={() => void toLatest(true)}
          />
        </MessageWaysContext>
      )}
      <Composer
        conversation={conversation}
        composing={open.composing}
        onSave={(message, text) => open.actions.edit(message, text)}
        onEditLast={acts.editLast}
        onDraft={(text) => {
          openConversations.keepDraft(conversation.id, text);
          open.typing.write(text);
        }}
        onSend={send}
        onFiles={pick}
      />
      <MessageActs
        {...{ conversation, open }}
        target={acts.target}
        onAct={acts.act}
        onClose={acts.close}
        onCloseMenu={acts.closeMenu}
        onDeleted={acts.close}
      />
      {drop.over && <p className={styles.drop}>{texts.images.drop}</p>}
      <Suspense>
        {picked !== undefined && (
          <ImagePreview
            files={picked}
            caption={unsent.of(conversation.id).draft}
            onClose={() => {
              setPicked(undefined);
            }}
            onSend={sendImages}
          />
        )}
        {viewed !== undefined && (
          <ConversationImages
            {...{ conversation, viewed, messages }}
            onClose={() => {
              setViewed(undefined);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
