import { createContext, use } from 'react';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Entry, Message } from '@/shared/api/model';
import type { GroupEvent } from '@/shared/chat/group-events';
import { groupEventIn } from '@/shared/chat/group-events';
import type { HeardChange } from '@/shared/chat/message-changes';
import { afterHeard, changeIn } from '@/shared/chat/message-changes';
import type { UnsentTexts } from '@/shared/chat/unsent';
import type { Later } from '@/shared/local/later';
import type { LocalStore } from '@/shared/local/local-store';
import type { LiveConnection } from '@/shared/live/live-connection';
import type { LogEntry, MessagePage } from './catch-up';
import { Composing } from '../composer/composing';
import { ConversationStore } from './conversation-store';
import type { Position } from './history';
import { BlobsAtHand } from '../uploads/blobs-at-hand';
import { linkTo } from '../uploads/stored-link';
import { upload } from '../uploads/upload';
import { VoiceDraft } from '../voice/voice-draft';
import { VoicePlayer } from '../voice/voice-player';
import type { KeptOutbox } from './kept-outbox';
import { MessageActions } from '../message/message-actions';
import { ReadMarker } from './read-marker';
import type { Outgoing, OutgoingAttachment } from './timeline';
import { TypingSignal } from './typing-signal';

export interface OpenConversation {
  store: ConversationStore;
  reading: ReadMarker;
  typing: TypingSignal;
  composing: Composing;
  voice: VoiceDraft;
  actions: MessageActions;
}

/** What outlives the page. */
export interface Keeping {
  local: LocalStore;
  outbox: KeptOutbox;
  later: Later;
}

/** How far one has read in a conversation: as it is known here, and as the server knows it now. */
export interface Positions {
  known(id: string): Position;
  fresh(id: string): Promise<Position>;
}

/** Kept at hand, so that going back to a conversation is instant; the one unused for longest gives way. */
const MOST_OPEN = 20;
const FIRST_PAGE = 30;
const HISTORY_PAGE = 50;
const CATCH_UP_PAGE = 100;
/** Pages in a row that hold changes of the group alone: 10,000 of them. Then the history counts as read to its start. */
const MAX_LOOKS = 100;

/** The conversations that were looked at, each with its live store. */
export class OpenConversations {
  readonly atHand = new BlobsAtHand();
  readonly player = new VoicePlayer((id) => this.#soundOf(id));
  /** Called when a message of a conversation that is not on screen was refused for good. */
  onRefused: (conversationId: string) => void = () => undefined;
  readonly #open = new Map<string, OpenConversation>();
  readonly #ownId: string;
  readonly #api: Api;
  readonly #live: LiveConnection;
  readonly #keeping: Keeping;
  readonly #unsent: UnsentTexts;
  readonly #positions: Positions;

  constructor(
    ownId: string,
    api: Api,
    live: LiveConnection,
    keeping: Keeping,
    unsent: UnsentTexts,
    positions: Positions,
  ) {
    this.#keeping = keeping;
    this.#unsent = unsent;
    this.#ownId = ownId;
    this.#positions = positions;
    this.#api = api;
    this.#live = live;
  }

  /** The conversation, opened if need be. */
  get(id: string): OpenConversation {
    const open = this.#open.get(id) ?? this.#create(id);
    // A Map keeps the order of insertion: the last one in is the last one used.
    this.#open.delete(id);
    this.#open.set(id, open);
    this.#trim();
    return open;
  }

  /** What is written and not sent stays with its conversation. */
  keepDraft(id: string, text: string) {
    this.#unsent.set(id, { draft: text });
    this.#keeping.later.run(`draft ${id}`, () => {
      this.#keeping.local.keepDraft(id, text);
    });
  }

  /** What was half written or not sent when the app was last left. */
  async restore() {
    const { local, outbox } = this.#keeping;
    const [drafts, orphans] = await Promise.all([local.drafts(), outbox.orphans()]);
    drafts.forEach((text, id) => {
      // What has been written meanwhile is newer.
      if (this.#unsent.of(id).draft === '') this.#unsent.set(id, { draft: text });
    });
    orphans.forEach((outgoing, id) => {
      this.get(id).store.restore(outgoing);
    });
  }

  arrive(message: Message) {
    this.#open.get(message.conversationId)?.store.arrive(message);
  }

  /** An entry of the log that is no message, but may change one, or the group. */
  pass(conversationId: string, seq: number, change?: HeardChange, event?: GroupEvent) {
    const open = this.#open.get(conversationId);
    if (change === undefined) open?.store.pass(seq, event);
    else if (open !== undefined) open.store.change(change);
    // The text of a deleted message must not stay on the device until the conversation is opened.
    else if (change.entry.type !== 'reacted')
      this.#keeping.local.changeMessages(conversationId, (message) => afterHeard(message, change));
  }

  /** Client message ids are unique, so the conversation that sent it knows it. */
  refuse(clientMessageId: string) {
    this.#open.forEach(({ store }) => {
      store.refuse(clientMessageId);
    });
  }

  resume() {
    this.#open.forEach(({ store, reading }) => {
      void store.resume();
      reading.reconnected();
    });
  }

  /** A conversation is not the user's any more: nothing of it stays. */
  leave(id: string) {
    const open = this.#open.get(id);
    if (open !== undefined) close(open);
    this.#open.delete(id);
    this.#unsent.set(id, { draft: '', waiting: 0, failed: 0 });
    const forget = () => {
      this.#keeping.local.forgetConversation(id);
    };
    forget();
    // In place of what was about to be kept.
    this.#keeping.later.run(`messages ${id}`, forget);
    this.#keeping.later.run(`draft ${id}`, forget);
  }

  /** What the socket would do, where there is none: fetches what has come, and tells how far one has read. */
  async poll(): Promise<void> {
    await Promise.all(
      [...this.#open].map(async ([id, { store, reading }]) => {
        await store.refresh();
        await reading.tellBy((seq) =>
          answer(
            this.#api.PUT('/api/v1/conversations/{conversationId}/read', {
              params: { path: { conversationId: id } },
              body: { seq },
            }),
          ),
        );
      }),
    );
  }

  dispose() {
    this.#open.forEach(close);
    this.#open.clear();
    this.player.dispose();
    this.atHand.dispose();
  }

  #create(id: string): OpenConversation {
    const path = { conversationId: id };
    const url = '/api/v1/conversations/{conversationId}/messages';
    const log = '/api/v1/conversations/{conversationId}/entries';
    const page = async (
      query: { before?: number; limit?: number },
      looks = MAX_LOOKS,
      newer: readonly GroupEvent[] = [],
    ): Promise<MessagePage> => {
      const { items, hasMore } = await answer(this.#api.GET(url, { params: { path, query } }));
      const messages = items.filter((item) => 'id' in item);
      const happened = items.flatMap((item) => ('event' in item ? (groupEventIn(item.event) ?? []) : []));
      const events = [...happened, ...newer];
      const [first] = items;
      // A page may hold changes of the group alone.
      if (messages.length > 0 || !hasMore || first === undefined || looks === 1)
        return { items: messages, events, hasMore: hasMore && messages.length > 0 };
      return page({ limit: CATCH_UP_PAGE, before: first.seq }, looks - 1, events);
    };
    const store = new ConversationStore(
      this.#ownId,
      {
        // With what is unread, as far as that is known here.
        latest: () => page({ limit: Math.min(CATCH_UP_PAGE, FIRST_PAGE + this.#positions.known(id).unread) }),
        position: () => this.#positions.fresh(id),
        before: (seq) => page({ before: seq, limit: HISTORY_PAGE }),
        entriesAfter: async (seq) => {
          const query = { after: seq, limit: CATCH_UP_PAGE };
          const { items, hasMore } = await answer(this.#api.GET(log, { params: { path, query } }));
          return { items: items.map(entryOf), hasMore };
        },
        recall: () => this.#keeping.local.messages(id),
        remember: (kept) => {
          this.#keeping.later.run(`messages ${id}`, () => {
            this.#keeping.local.keepMessages(id, kept);
          });
        },
        push: (outgoing) => this.#live.send({ type: 'send', conversationId: id, ...contentOf(outgoing) }),
        post: (outgoing) =>
          answer<Message>(this.#api.POST(url, { params: { path }, body: contentOf(outgoing) })),
        upload: async (attachment, onProgress, signal) => {
          const stored = await upload(this.#api, attachment, onProgress, signal);
          if (attachment.kind !== 'file') this.atHand.keep(stored, attachment.blob);
          return stored;
        },
      },
      this.#keeping.outbox.journalOf(id),
    );
    const open: OpenConversation = {
      store,
      reading: new ReadMarker((seq) => this.#live.send({ type: 'read', conversationId: id, seq })),
      typing: new TypingSignal((typing) => {
        this.#live.send({ type: 'typing', conversationId: id, typing });
      }),
      composing: new Composing(),
      voice: new VoiceDraft(),
      actions: new MessageActions(this.#ownId, this.#api, id, store),
    };
    store.onOutgoing = (outgoing) => {
      const failed = outgoing.filter(({ failure }) => failure !== undefined).length;
      const before = this.#unsent.of(id).failed;
      this.#unsent.set(id, { failed, waiting: outgoing.filter(({ waiting }) => waiting === true).length });
      if (failed > before && !store.isWatched) this.onRefused(id);
    };
    return open;
  }

  /** Where the bytes of a voice message are: fetched whole, so that every place of it can be gone to. */
  async #soundOf(id: string): Promise<string> {
    const known = this.atHand.of(id);
    if (known !== undefined) return known;
    const answered = await fetch((await linkTo(this.#api, 'voice', id)).url);
    if (!answered.ok) throw new Error(`answered ${answered.status}`);
    return this.atHand.keep(id, await answered.blob());
  }

  #trim() {
    for (const [id, open] of this.#open) {
      if (this.#open.size <= MOST_OPEN) return;
      // Something of ours is still on its way, or recorded: it stays.
      if (open.store.getSnapshot().outgoing.length > 0 || open.voice.getSnapshot() !== undefined) continue;
      close(open);
      this.#open.delete(id);
    }
  }
}

function close({ store, reading, typing, voice }: OpenConversation) {
  store.dispose();
  voice.discard();
  typing.sent();
  reading.dispose();
}

function entryOf(entry: Entry): LogEntry {
  return entry.type === 'message'
    ? { seq: entry.seq, message: entry.message }
    : { seq: entry.seq, change: changeIn(entry), event: groupEventIn(entry) };
}

function contentOf({ clientMessageId, text, attachment, forwarded, replyTo }: Outgoing) {
  const of = (kind: OutgoingAttachment['kind']) =>
    attachment?.kind === kind ? attachment.id : forwarded?.[kind]?.id;
  const [imageId, fileId, voiceId] = [of('image'), of('file'), of('voice')];
  return {
    clientMessageId,
    ...(text !== '' && { text }),
    ...(imageId !== undefined && { imageId }),
    ...(fileId !== undefined && { fileId }),
    ...(voiceId !== undefined && { voiceId }),
    ...(replyTo && { replyTo: replyTo.id }),
  };
}

export const OpenConversationsContext = createContext<OpenConversations | undefined>(undefined);

export function useOpenConversations(): OpenConversations {
  const open = use(OpenConversationsContext);
  if (open === undefined) throw new Error('no user is signed in here');
  return open;
}
