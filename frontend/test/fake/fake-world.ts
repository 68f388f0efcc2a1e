import type { Conversation, Me, Member, Message, User } from '@/shared/api/model';
import type { ServerFrame } from '@/shared/live/frames';
import { FakeImages } from './fake-images';

/** Members that a conversation shows. */
const SHOWN = 20;

/** One end of a socket. */
export interface FakeSocket {
  send(data: string): void;
  close(code: number): void;
}

export interface Talk {
  id: string;
  kind: 'direct' | 'group';
  title: string | null;
  memberIds: string[];
  messages: Message[];
  reads: Map<string, number>;
  deliveries: Map<string, number>;
  createdAt: string;
}

export interface Content {
  text?: string | undefined;
  image?: Message['image'] | undefined;
}

/** Who there is, what they said to each other, and who of them hears of it. Tests arrange it. */
export class FakeWorld {
  readonly users = new Map<string, Me>();
  readonly talks = new Map<string, Talk>();
  readonly images = new FakeImages();
  protected readonly sockets = new Map<FakeSocket, string>();
  protected readonly now: () => number;
  readonly #presence = new Map<string, { online: boolean; lastSeenAt: string | null }>();
  #ids = 0;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  person(name: string, email = `${name.split(' ')[0]?.toLowerCase() ?? ''}@example.org`): Me {
    const user = { id: `u-${this.nextId()}`, name, email, createdAt: this.instant() };
    this.users.set(user.id, user);
    return user;
  }

  talk(members: readonly User[], title: string | null = null): Talk {
    const talk: Talk = {
      id: `c-${this.nextId()}`,
      kind: title === null && members.length === 2 ? 'direct' : 'group',
      title,
      memberIds: members.map(({ id }) => id),
      messages: [],
      reads: new Map(),
      deliveries: new Map(),
      createdAt: this.instant(),
    };
    this.talks.set(talk.id, talk);
    return talk;
  }

  /** A member writes; everybody connected hears of it, unless the push is lost. */
  write(talk: Talk, sender: User, text: string, { at = this.instant(), lost = false } = {}): Message {
    return this.store(talk, sender.id, `client-${this.nextId()}`, { text }, at, lost ? 'nobody' : undefined);
  }

  /** A member shows a picture. */
  show(
    talk: Talk,
    sender: User,
    image: NonNullable<Message['image']>,
    text?: string,
    at = this.instant(),
  ): Message {
    return this.store(talk, sender.id, `client-${this.nextId()}`, { text, image }, at, undefined);
  }

  /** A member has read up to a message, everything by default. */
  read(talk: Talk, member: User, seq = talk.messages.length) {
    this.readTo(talk, member.id, seq);
  }

  deliver(talk: Talk, member: User, seq = talk.messages.length) {
    this.deliverTo(talk, member.id, seq);
  }

  type(talk: Talk, member: User, typing = true) {
    const others = talk.memberIds.filter((id) => id !== member.id);
    this.push({ type: 'typing', conversationId: talk.id, userId: member.id, typing }, others);
  }

  presence(user: User, online: boolean, lastSeenAt: string | null = null) {
    this.#presence.set(user.id, { online, lastSeenAt });
    this.push({ type: 'presence', userId: user.id, online, lastSeenAt }, [...this.users.keys()]);
  }

  rename(user: User, name: string) {
    const renamed = { ...user, name };
    this.users.set(user.id, { ...this.user(user.id), name });
    this.push({ type: 'profile', user: { id: renamed.id, name, createdAt: renamed.createdAt } }, [
      ...this.users.keys(),
    ]);
  }

  push(frame: ServerFrame, userIds: readonly string[], except?: FakeSocket) {
    for (const [socket, userId] of this.sockets) {
      if (userIds.includes(userId) && socket !== except) socket.send(JSON.stringify(frame));
    }
  }

  /** Ends every connection. */
  dropSockets(code: number) {
    for (const socket of [...this.sockets.keys()]) {
      this.sockets.delete(socket);
      socket.close(code);
    }
  }

  get connections(): number {
    return this.sockets.size;
  }

  view(talk: Talk, userId: string): Conversation {
    const readSeq = talk.reads.get(userId) ?? 0;
    const others = talk.memberIds.filter((id) => id !== userId).map((id) => this.member(talk, id));
    const lastMessage = talk.messages.at(-1) ?? null;
    return {
      id: talk.id,
      kind: talk.kind,
      title: talk.title,
      members: this.#shown(talk, userId).map((id) => this.member(talk, id)),
      memberCount: talk.memberIds.length,
      deliveredToAllSeq: Math.min(...others.map((each) => each.deliveredSeq)),
      readByAllSeq: Math.min(...others.map((each) => each.readSeq)),
      lastSeq: lastMessage?.seq ?? 0,
      lastMessage,
      unread: talk.messages.filter(({ seq, senderId }) => seq > readSeq && senderId !== userId).length,
      updatedAt: lastMessage?.sentAt ?? talk.createdAt,
      mine: { mutedUntil: null, pinned: false, archived: false, markedUnread: false },
    };
  }

  protected member(talk: Talk, id: string): Member {
    return {
      userId: id,
      name: this.user(id).name,
      role: talk.kind === 'group' && id === talk.memberIds[0] ? 'owner' : 'member',
      joinedSeq: 0,
      ...(this.#presence.get(id) ?? { online: false, lastSeenAt: null }),
      deliveredSeq: Math.max(talk.deliveries.get(id) ?? 0, talk.reads.get(id) ?? 0),
      readSeq: talk.reads.get(id) ?? 0,
    };
  }

  /** Of a large group oneself, the latest speakers, and the first members. */
  #shown({ memberIds, messages }: Talk, userId: string): string[] {
    if (memberIds.length <= SHOWN) return memberIds;
    const speakers = messages.map(({ senderId }) => senderId).reverse();
    return [...new Set([userId, ...speakers, ...memberIds])].slice(0, SHOWN);
  }

  protected store(
    talk: Talk,
    senderId: string,
    clientMessageId: string,
    { text, image }: Content,
    sentAt: string,
    except: FakeSocket | 'nobody' | undefined,
  ): Message {
    const known = talk.messages.find(
      (each) => each.senderId === senderId && each.clientMessageId === clientMessageId,
    );
    if (known !== undefined) return known;
    const before = this.view(talk, senderId);
    const seq = before.lastSeq + 1;
    const message = {
      id: `m-${this.nextId()}`,
      conversationId: talk.id,
      seq,
      senderId,
      clientMessageId,
      text: text ?? null,
      image: image ?? null,
      sentAt,
    };
    talk.messages.push(message);
    if (except !== 'nobody') this.push({ type: 'message', message }, talk.memberIds, except);
    return message;
  }

  protected readTo(talk: Talk, userId: string, seq: number) {
    talk.reads.set(userId, Math.max(seq, talk.reads.get(userId) ?? 0));
    this.push({ type: 'read', conversationId: talk.id, userId, seq, at: this.instant() }, talk.memberIds);
  }

  protected deliverTo(talk: Talk, userId: string, seq: number) {
    talk.deliveries.set(userId, Math.max(seq, talk.deliveries.get(userId) ?? 0));
    const others = talk.memberIds.filter((id) => id !== userId);
    this.push({ type: 'delivered', conversationId: talk.id, userId, seq, at: this.instant() }, others);
  }

  protected user(id: string): Me {
    const user = this.users.get(id);
    if (user === undefined) throw new Error(`no user ${id}`);
    return user;
  }

  protected instant(): string {
    return new Date(this.now()).toISOString();
  }

  protected nextId(): number {
    return ++this.#ids;
  }
}
