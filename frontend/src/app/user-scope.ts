import { QueryClient } from '@tanstack/react-query';
import { Announcements } from './announcements';
import type { Calls } from './calls';
import type { Position } from '@/features/conversation/store/history';
import { KeptOutbox } from '@/features/conversation/store/kept-outbox';
import { OpenConversations } from '@/features/conversation/store/open-conversations';
import { createApi } from '@/shared/api/api';
import type { Conversation, Message } from '@/shared/api/model';
import { isTransient } from '@/shared/api/retrying';
import { pauseBefore } from '@/shared/api/problem';
import { ConversationCache } from '@/shared/chat/conversation-cache';
import { readSeq } from '@/shared/chat/conversation-changes';
import { groupEventIn } from '@/shared/chat/group-events';
import { changeIn } from '@/shared/chat/message-changes';
import { DeliveryReceipts } from '@/shared/chat/delivery-receipts';
import { Typists } from '@/shared/chat/typists';
import { UnsentTexts } from '@/shared/chat/unsent';
import type { SpokenLanguage } from '@/shared/i18n/spoken-language';
import type { ServerFrame } from '@/shared/live/frames';
import { LiveConnection } from '@/shared/live/live-connection';
import { followVisibility } from '@/shared/live/visibility';
import { Polling } from '@/shared/live/polling';
import { Later } from '@/shared/local/later';
import { LocalStore } from '@/shared/local/local-store';
import { TabMark } from '@/shared/local/tab-mark';
import { OwnViews } from '@/shared/own-view/own-views';
import type { Session } from '@/shared/session/session';
import { changeMe } from '@/shared/chat/me';
import type { SignedIn } from '@/shared/signed-in/signed-in';
import { Announcer } from '@/shared/ui/announcer';
import { Toasts } from '@/shared/ui/toasts';

/** Changes are kept this long after they happened: a burst is written once. */
const KEEP_AFTER_MS = 400;

/** Everything that lives as long as one person is signed in, and how what is pushed reaches it. */
export class UserScope implements SignedIn {
  readonly ownId: string;
  readonly queries = new QueryClient({
    defaultOptions: {
      queries: {
        // What is pushed keeps the cache current, and `resync` fetches it anew.
        staleTime: Infinity,
        retry: (failures, reason) => isTransient(reason, failures),
        retryDelay: pauseBefore,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  readonly announcer = new Announcer();
  readonly toasts = new Toasts();
  readonly typists = new Typists();
  readonly unsent = new UnsentTexts();
  readonly api;
  readonly live;
  readonly polling;
  readonly conversations;
  readonly ownViews;
  readonly open;
  readonly #local;
  readonly #tab = new TabMark();
  readonly #later = new Later(KEEP_AFTER_MS);
  readonly #delivered: DeliveryReceipts;
  readonly #session: Session;
  readonly #calls: Calls;
  readonly #announcements: Announcements;
  readonly #go: (path: string) => void;
  #ends: (() => void)[] = [];

  constructor(
    session: Session,
    ownId: string,
    language: SpokenLanguage,
    calls: Calls,
    go: (path: string) => void,
  ) {
    this.#session = session;
    this.#calls = calls;
    this.#go = go;
    this.ownId = ownId;
    this.#local = new LocalStore(ownId);
    this.api = createApi(async (request) => {
      await settled(session);
      return session.fetch(request);
    });
    this.live = new LiveConnection({ url: socketUrl(location), tokens: session });
    this.polling = new Polling(this.live, () => this.#poll());
    this.conversations = new ConversationCache(this.queries, this.api, ownId);
    this.ownViews = new OwnViews(this.api, this.conversations);
    this.open = new OpenConversations(
      ownId,
      this.api,
      this.live,
      { local: this.#local, outbox: new KeptOutbox(this.#local, this.#tab), later: this.#later },
      this.unsent,
      {
        known: (id) => positionIn(this.conversations.get(id), ownId),
        fresh: async (id) => positionIn(await this.conversations.fresh(id), ownId),
      },
    );
    this.open.onRefused = (id) => {
      this.#announcements.sayNotSent(id);
    };
    this.#announcements = new Announcements(language, calls, this);
    this.#delivered = new DeliveryReceipts(ownId, (conversationId, seq) =>
      this.live.send({ type: 'delivered', conversationId, seq }),
    );
  }

  start() {
    const nudge = () => {
      if (document.visibilityState === 'visible') this.live.nudge();
    };
    const nudges = ['online', 'offline', 'pageshow'] as const;
    nudges.forEach((event) => {
      addEventListener(event, nudge);
    });
    document.addEventListener('visibilitychange', nudge);
    const leave = () => {
      if (document.visibilityState === 'hidden') this.#later.flush();
    };
    const flush = () => {
      this.#later.flush();
    };
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', flush);
    this.#ends = [
      followVisibility(this.live),
      this.live.listen((frame) => {
        this.#receive(frame);
      }),
      this.conversations.watch((known) => {
        this.#delivered.review(known);
        this.#calls.count(known);
        this.#later.run('conversations', () => {
          this.#local.keepConversations(known);
        });
      }),
      this.#session.onToken((token) => {
        this.live.authenticate(token);
      }),
      () => {
        nudges.forEach((event) => {
          removeEventListener(event, nudge);
        });
        document.removeEventListener('visibilitychange', nudge);
        document.removeEventListener('visibilitychange', leave);
        removeEventListener('pagehide', flush);
      },
    ];
    void this.#restore();
    void settled(this.#session).then(() => {
      if (this.#ends.length === 0) return;
      this.live.start();
      this.polling.start();
    });
  }

  stop() {
    this.#ends.forEach((end) => {
      end();
    });
    this.#ends = [];
    this.polling.stop();
    this.live.stop();
  }

  /** For good: nothing of this person stays in memory. What they wrote last is kept first, for when they come back. */
  dispose() {
    this.stop();
    this.#later.flush();
    this.open.dispose();
    this.#delivered.dispose();
    this.#later.dispose();
    this.#calls.dispose();
    this.#tab.close();
    this.#local.close();
    this.typists.dispose();
    this.queries.clear();
  }

  readonly forgetConversation = (id: string) => {
    this.#announcements.sayLeft(id);
    this.conversations.remove(id);
    this.open.leave(id);
    if (location.pathname === `/c/${encodeURIComponent(id)}`) this.#go('/');
  };

  /** What is half written comes first: a conversation that is shown begins with it. */
  async #restore() {
    await this.open.restore();
    this.conversations.restore(await this.#local.conversations());
  }

  #receive(frame: ServerFrame) {
    switch (frame.type) {
      case 'ready':
      case 'resync':
        void this.conversations.resync();
        this.open.resume();
        this.#delivered.reconnected();
        break;
      case 'message':
        this.#announcements.announce(frame.message, this.conversations.get(frame.message.conversationId));
        this.#arrive(frame.message);
        break;
      case 'sent':
        this.#arrive(frame.message);
        break;
      case 'entry':
        this.#pass(frame);
        break;
      case 'read':
        this.conversations.read(frame.conversationId, frame.userId, frame.seq);
        break;
      case 'delivered':
        this.conversations.delivered(frame.conversationId, frame.userId, frame.seq);
        break;
      case 'typing':
        if (frame.userId !== this.ownId)
          this.typists[frame.typing ? 'begin' : 'end'](frame.conversationId, frame.userId);
        break;
      case 'presence':
        this.conversations.present(frame);
        if (!frame.online) this.typists.leave(frame.userId);
        break;
      case 'conversation':
        this.conversations.put(frame.conversation);
        break;
      case 'left':
        this.forgetConversation(frame.conversationId);
        break;
      case 'profile':
        this.conversations.rename(frame.user);
        if (frame.user.id === this.ownId) changeMe(this.queries, frame.user);
        void this.queries.invalidateQueries({ queryKey: ['user', frame.user.id] });
        break;
      case 'error':
        if (frame.clientMessageId) this.open.refuse(frame.clientMessageId);
        break;
      case 'signed-out':
        this.#session.end('ended');
        break;
      case 'authenticated':
      case 'token-expired':
        // The connection's own affair.
        break;
    }
  }

  #arrive(message: Message) {
    this.typists.end(message.conversationId, message.senderId);
    this.conversations.arrive(message);
    this.open.arrive(message);
  }

  /** An entry of the log that is no message, but may change one, or the group. */
  #pass({ conversationId, entry, message }: Extract<ServerFrame, { type: 'entry' }>) {
    const changed = changeIn(entry);
    const change = changed && { entry: changed, message };
    this.conversations.pass(conversationId, entry.seq, change);
    this.open.pass(conversationId, entry.seq, change, groupEventIn(entry));
  }

  /** Where there is no socket: what it would have brought. */
  async #poll() {
    const before = this.conversations.all();
    await this.conversations.resync({ throwOnError: true });
    await this.open.poll();
    const known = new Map(before.map((each) => [each.id, each]));
    for (const { id, lastMessage } of this.conversations.all()) {
      if (lastMessage !== null) this.#announcements.announce(lastMessage, known.get(id));
    }
  }
}

function positionIn(conversation: Conversation | undefined, ownId: string): Position {
  if (conversation === undefined) return { readSeq: 0, unread: 0, lastSeq: 0 };
  const { unread, lastSeq } = conversation;
  return { readSeq: readSeq(conversation, ownId), unread, lastSeq };
}

/** Resolves once it is known whether a user is signed in; until then no call is made. */
function settled(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const known = () => session.getSnapshot().status !== 'starting';
    if (known()) {
      resolve();
      return;
    }
    const end = session.subscribe(() => {
      if (!known()) return;
      end();
      resolve();
    });
  });
}

function socketUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/v1/socket`;
}
