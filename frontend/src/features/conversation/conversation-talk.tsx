import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '@/shared/api/model';
import { quoteOf } from '@/shared/chat/message-changes';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Lead, Notice } from '@/shared/ui/notice';
import { MessageActs } from './actions/message-acts';
import { useActs } from './actions/use-acts';
import { useMessageKeys } from './actions/use-message-keys';
import { Composer } from './composer/composer';
import styles from './conversation-talk.module.css';
import { Failure } from './message/failure';
import { withAlbums } from './album/albums';
import { AttachmentPreview } from './files/lazy';
import { useDropFiles } from './files/use-drop-files';
import { ConversationImages } from './images/conversation-images';
import type { Arrival } from './find/use-arrival';
import { useArrival } from './find/use-arrival';
import { FindBar, SelectionBar } from './lazy';
import { MessageList } from './list/message-list';
import type { Mode } from './mode';
import { useOpenConversations } from './store/open-conversations';
import type { OutgoingAttachment } from './store/timeline';
import { firstUnread, rowsOf } from './list/timeline-rows';
import { MessageWaysContext } from './message/message-ways';
import { MOST_SELECTED, SelectionContext, useChosenMessages } from './selection/selection';
import { useJump } from './list/use-jump';
import { useMessageRows } from './list/use-message-rows';
import { useReading } from './list/use-reading';
import { useWays } from './message/use-ways';
import { usePlayOn } from './voice/use-play-on';
import { VoiceComposer } from './voice/voice-composer';

interface ConversationTalkProps {
  conversation: Conversation;
  arrival: Arrival | undefined;
  mode: Mode;
  onMode: (mode: Mode) => void;
}

/** What was said, and where one says more, in words and pictures. */
export function ConversationTalk({ conversation, arrival, mode, onMode }: ConversationTalkProps) {
  const { ownId, toasts, unsent } = useSignedIn();
  const { texts, formats } = useLanguage();
  const openConversations = useOpenConversations();
  const [open] = useState(() => openConversations.get(conversation.id));
  const { store } = open;
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { messages, events, outgoing } = snapshot;
  const selecting = mode === 'select';
  const rows = useMemo(() => {
    const all = rowsOf(messages, outgoing, ownId, formats, events);
    // One chooses among messages, not among albums.
    return selecting ? all : withAlbums(all);
  }, [messages, outgoing, ownId, formats, events, selecting]);
  usePlayOn(messages);
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
  const chosen = useChosenMessages(messages, () => {
    toasts.fail(texts.selection.most(MOST_SELECTED));
  });
  const endSelection = () => {
    chosen.clear();
    onMode('talk');
  };
  const acts = useActs(conversation, open, messages, (message) => {
    chosen.toggle(message);
    onMode('select');
  });
  const selection = {
    chosen: selecting ? new Set(chosen.chosen.map(({ id }) => id)) : undefined,
    toggle: chosen.toggle,
  };
  const { highlighted, jump } = useJump(store, reading.toSeq);
  useArrival(arrival, snapshot.phase === 'ready' && drawn.scroller !== null, (seq) => void jump(seq));
  useMessageKeys({
    list: selecting ? null : drawn.scroller,
    messages,
    onReply: (message) => {
      open.composing.reply(message);
    },
    onEditLast: acts.editLast,
    onReact: (message, anchor) => {
      acts.setTarget({ kind: 'emoji', messages: [message], anchor });
    },
  });
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
  const send = (text: string, attachment?: OutgoingAttachment) => {
    open.typing.sent();
    const { replyTo } = open.composing.getSnapshot();
    store.send(text, { attachment, replyTo: replyTo && quoteOf(replyTo) });
    open.composing.sent();
    reading.answered();
    // What lies between was not on screen, and stays unread.
    void toLatest(false);
  };
  const sendFiles = (attachments: readonly OutgoingAttachment[], caption: string) => {
    // The words go with the first one.
    attachments.forEach((attachment, at) => {
      send(at === 0 ? caption : '', attachment);
    });
    setPicked(undefined);
    openConversations.keepDraft(conversation.id, '');
  };
  return (
    <div className={styles.talk} {...drop.handlers}>
      <Suspense>
        {mode === 'find' && (
          <FindBar
            conversationId={conversation.id}
            list={drawn.scroller}
            onJump={(seq) => void jump(seq)}
            onClose={() => {
              onMode('talk');
            }}
          />
        )}
      </Suspense>
      {snapshot.phase === 'loading' && snapshot.outgoing.length === 0 ? (
        <Notice>
          <Lead>{texts.conversation.loading}</Lead>
        </Notice>
      ) : (
        <MessageWaysContext value={ways}>
          <SelectionContext value={selection}>
            <MessageList
              {...{ conversation, ownId, store, snapshot, rows, drawn, firstNew, highlighted }}
              firstUnseen={reading.firstUnseen}
              onToLatest={() => void toLatest(true)}
            />
          </SelectionContext>
        </MessageWaysContext>
      )}
      {selecting ? (
        <Suspense>
          <SelectionBar
            {...{ conversation }}
            chosen={chosen.chosen}
            onForward={(anchor) => {
              acts.setTarget({ kind: 'forward', messages: chosen.chosen, anchor });
            }}
            onDelete={(anchor) => {
              acts.setTarget({ kind: 'delete', messages: chosen.chosen, anchor });
            }}
            onEnd={endSelection}
          />
        </Suspense>
      ) : (
        <VoiceComposer
          {...{ conversation, open }}
          onSend={(voice) => {
            send('', voice);
          }}
        >
          {(record) => (
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
              record={record}
            />
          )}
        </VoiceComposer>
      )}
      <MessageActs
        {...{ conversation, open }}
        target={acts.target}
        onAct={acts.act}
        onClose={acts.close}
        onCloseMenu={acts.closeMenu}
        onDone={() => {
          acts.close();
          if (selecting) endSelection();
        }}
      />
      {drop.over && <p className={styles.drop}>{texts.images.drop}</p>}
      <Suspense>
        {picked !== undefined && (
          <AttachmentPreview
            files={picked}
            caption={unsent.of(conversation.id).draft}
            onClose={() => {
              setPicked(undefined);
            }}
            onSend={sendFiles}
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
