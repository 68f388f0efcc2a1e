import type { DBSchema, IDBPDatabase, IDBPObjectStore, StoreNames } from 'idb';
import { openDB } from 'idb';
import type { Conversation, Message, Quote } from '@/shared/api/model';
import type { GroupEvent } from '@/shared/chat/group-events';
import { PREFIX } from './wipe-local';

/** A message that is written and not sent, with the tab that is to send it. */
export interface KeptOutgoing {
  clientMessageId: string;
  conversationId: string;
  tab: string;
  /** Ascending in the order written. */
  order: number;
  text: string;
  createdAt: string;
  failure: string | undefined;
  attachment: KeptAttachment | undefined;
  forwarded?: Pick<Message, 'image' | 'file' | 'voice'> | undefined;
  replyTo?: Quote | undefined;
}

/** What is uploaded with a message; without its bytes where they were too many to be kept. */
export type KeptAttachment = { blob: Blob | undefined; id: string | undefined } & (
  | { kind: 'image'; width: number; height: number }
  | { kind: 'file'; name: string }
  | { kind: 'voice'; durationMs: number; waveform: readonly number[] }
);

export interface KeptMessages {
  items: readonly Message[];
  events: readonly GroupEvent[];
  hasMore: boolean;
  /** The entry of the log up to which all was known. */
  settled: number;
}

interface Schema extends DBSchema {
  outbox: { key: string; value: KeptOutgoing };
  drafts: { key: string; value: string };
  messages: { key: string; value: KeptMessages & { keptAt: number } };
  list: { key: string; value: Conversation[] };
}

const VERSION = 5;
const MOST_CONVERSATIONS = 50;
const MOST_HISTORIES = 30;

/**
 * What this device keeps of one person: recent conversations, what is half written, and what is not sent. No token is in
 * it, and signing out wipes it. A browser that keeps nothing (a private window) makes every call do nothing.
 */
export class LocalStore {
  readonly #db: Promise<IDBPDatabase<Schema> | undefined>;
  #closed = false;

  constructor(ownId: string) {
    this.#db = open(PREFIX + ownId);
  }

  conversations(): Promise<Conversation[]> {
    return this.#with(async (db) => (await db.get('list', 'recent')) ?? [], []);
  }

  keepConversations(conversations: readonly Conversation[]) {
    void this.#write('list', (list) => list.put(conversations.slice(0, MOST_CONVERSATIONS), 'recent'));
  }

  messages(conversationId: string): Promise<KeptMessages | undefined> {
    return this.#with((db) => db.get('messages', conversationId), undefined);
  }

  keepMessages(conversationId: string, kept: KeptMessages) {
    void this.#write('messages', (messages) =>
      messages.put({ ...kept, keptAt: Date.now() }, conversationId),
    ).then(() => this.#with(prune, undefined));
  }

  /** What is kept of a conversation changes, where it does. */
  changeMessages(conversationId: string, change: (message: Message) => Message) {
    void this.#with(async (db) => {
      const kept = await db.get('messages', conversationId);
      if (kept === undefined) return;
      const items = kept.items.map(change);
      if (items.some((message, at) => message !== kept.items[at]))
        await db.put('messages', { ...kept, items }, conversationId);
    }, undefined);
  }

  async drafts(): Promise<ReadonlyMap<string, string>> {
    return this.#with(async (db) => {
      const [ids, texts] = await Promise.all([db.getAllKeys('drafts'), db.getAll('drafts')]);
      return new Map(ids.map((id, at) => [id, texts[at] ?? '']));
    }, new Map<string, string>());
  }

  keepDraft(conversationId: string, text: string) {
    void this.#write('drafts', (drafts) =>
      text.trim() === '' ? drafts.delete(conversationId) : drafts.put(text, conversationId),
    );
  }

  /** Everything that was not sent, in the order written. */
  outbox(): Promise<KeptOutgoing[]> {
    return this.#with(
      async (db) => (await db.getAll('outbox')).sort((one, other) => one.order - other.order),
      [],
    );
  }

  keepOutgoing(outgoing: KeptOutgoing) {
    void this.#write('outbox', (outbox) => outbox.put(outgoing, outgoing.clientMessageId));
  }

  forgetOutgoing(clientMessageId: string) {
    void this.#write('outbox', (outbox) => outbox.delete(clientMessageId));
  }

  /** Removes everything of a conversation, what is not sent included. */
  forgetConversation(id: string) {
    void this.#write('messages', (messages) => messages.delete(id));
    void this.#write('drafts', (drafts) => drafts.delete(id));
    void this.outbox().then((outbox) => {
      outbox
        .filter(({ conversationId }) => conversationId === id)
        .forEach(({ clientMessageId }) => {
          this.forgetOutgoing(clientMessageId);
        });
    });
  }

  /** What is kept stays, with what was to be kept before; nothing more is. */
  close() {
    this.#closed = true;
    void this.#db.then((db) => db?.close());
  }

  /** Makes one change, which holds even when the page goes at once: a transaction that is left to end by itself would not. */
  #write<N extends StoreNames<Schema>>(
    name: N,
    change: (store: IDBPObjectStore<Schema, [N], N, 'readwrite'>) => Promise<unknown>,
  ): Promise<unknown> {
    return this.#with(async (db) => {
      const transaction = db.transaction(name, 'readwrite');
      const changed = Promise.all([change(transaction.store), transaction.done]);
      transaction.commit();
      await changed;
    }, undefined);
  }

  async #with<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>, otherwise: T): Promise<T> {
    if (this.#closed) return otherwise;
    try {
      const db = await this.#db;
      return db === undefined ? otherwise : await work(db);
    } catch {
      // Full, or taken away: the server has everything but what is not sent, and that is still in memory.
      return otherwise;
    }
  }
}

async function open(name: string): Promise<IDBPDatabase<Schema> | undefined> {
  try {
    return await openDB<Schema>(name, VERSION, {
      upgrade(db, before, _, transaction) {
        const fetched = ['messages', 'list'] as const;
        if (before === 0) (['outbox', 'drafts'] as const).forEach((name) => db.createObjectStore(name));
        // They had less than they have now: they are fetched anew.
        else
          fetched.forEach((name) => {
            db.deleteObjectStore(name);
          });
        fetched.forEach((name) => db.createObjectStore(name));
        if (before === 3) void nameAttachments(transaction.objectStore('outbox'));
      },
      // Another tab wipes it, or has a newer version of the app.
      blocking(_, __, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } catch {
    // A private window, or storage is blocked.
    return undefined;
  }
}

/** Before files and voice messages an image was all that a message could be sent with. */
async function nameAttachments(
  outbox: IDBPObjectStore<Schema, StoreNames<Schema>[], 'outbox', 'versionchange'>,
) {
  for (let at = await outbox.openCursor(); at !== null; at = await at.continue()) {
    const { image, ...rest } = at.value as KeptOutgoing & {
      image?: { blob: Blob; width: number; height: number; imageId: string | undefined };
    };
    if (image === undefined) continue;
    const { imageId: id, ...drawn } = image;
    await at.update({ ...rest, attachment: { kind: 'image', id, ...drawn } });
  }
}

async function prune(db: IDBPDatabase<Schema>) {
  const ids = await db.getAllKeys('messages');
  if (ids.length <= MOST_HISTORIES) return;
  const kept = await db.getAll('messages');
  const oldest = ids
    .map((id, at) => ({ id, keptAt: kept[at]?.keptAt ?? 0 }))
    .sort((one, other) => one.keptAt - other.keptAt)
    .slice(0, ids.length - MOST_HISTORIES);
  await Promise.all(oldest.map(({ id }) => db.delete('messages', id)));
}
