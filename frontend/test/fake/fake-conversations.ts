import type { Conversation, Member, Message, User } from '@/shared/api/model';
import type { Body, Route } from './answers';
import { json, problem } from './answers';
import { FakePeople } from './fake-people';

/** Members that a conversation shows. */
const SHOWN = 20;

export const TALK = '/api/v1/conversations/(?<id>[^/]+)';

/** An entry of the log; what else it holds depends on its type. */
export interface LoggedEntry {
  seq: number;
  at: string;
  by: string;
  type: string;
}

export interface Talk {
  id: string;
  kind: 'direct' | 'group';
  title: string | null;
  avatar: { url: string } | null;
  memberIds: string[];
  /** Of whom the first member is no owner, or another one more than a member. */
  roles: Map<string, Member['role']>;
  /** Everything that happened, in order; see `append`. */
  entries: LoggedEntry[];
  /** The messages among it, each in its present state. */
  messages: Message[];
  reads: Map<string, number>;
  deliveries: Map<string, number>;
  createdAt: string;
}

/** Conversations and their members. */
export abstract class FakeConversations extends FakePeople {
  readonly talks = new Map<string, Talk>();

  talk(members: readonly User[], title: string | null = null): Talk {
    const talk: Talk = {
      id: `c-${this.nextId()}`,
      kind: title === null && members.length === 2 ? 'direct' : 'group',
      title,
      avatar: null,
      memberIds: members.map(({ id }) => id),
      roles: new Map(),
      entries: [],
      messages: [],
      reads: new Map(),
      deliveries: new Map(),
      createdAt: this.instant(),
    };
    this.talks.set(talk.id, talk);
    return talk;
  }

  /** How many conversations a page of the list holds, unless one asks for another number. */
  listPage = Infinity;

  view(talk: Talk, userId: string): Conversation {
    const readSeq = talk.reads.get(userId) ?? 0;
    const others = talk.memberIds.filter((id) => id !== userId).map((id) => this.member(talk, id));
    const lastMessage = talk.messages.at(-1) ?? null;
    return {
      id: talk.id,
      kind: talk.kind,
      title: talk.title,
      avatar: talk.avatar,
      members: this.#shown(talk, userId).map((id) => this.member(talk, id)),
      memberCount: talk.memberIds.length,
      deliveredToAllSeq: Math.min(...others.map((each) => each.deliveredSeq)),
      readByAllSeq: Math.min(...others.map((each) => each.readSeq)),
      lastSeq: talk.entries.length,
      lastMessage,
      unread: talk.messages.filter(
        ({ seq, senderId, deletedAt }) => seq > readSeq && senderId !== userId && deletedAt === null,
      ).length,
      updatedAt: lastMessage?.sentAt ?? talk.createdAt,
      mine: { mutedUntil: null, pinned: false, archived: false, markedUnread: false },
    };
  }

  protected override routes(userId: string): Route[] {
    return [
      ...super.routes(userId),
      ['GET /api/v1/conversations', (_, __, url) => this.#list(userId, url)],
      ['POST /api/v1/conversations', (_, body) => this.#start(userId, body)],
      [`GET ${TALK}`, ({ id }) => this.withTalk(id, userId, (each) => json(200, this.view(each, userId)))],
      [
        `GET ${TALK}/members`,
        ({ id }, _, url) => this.withTalk(id, userId, (each) => this.#members(each, url)),
      ],
    ];
  }

  /** Puts the next entry into the log. */
  protected append<T extends object>(
    talk: Talk,
    by: string,
    entry: T & { type: string },
    at = this.instant(),
  ) {
    const logged = { seq: talk.entries.length + 1, at, by, ...entry };
    talk.entries.push(logged);
    return logged;
  }

  protected withTalk(id: string | undefined, userId: string, answer: (talk: Talk) => Response): Response {
    const talk = this.talks.get(id ?? '');
    return talk?.memberIds.includes(userId) ? answer(talk) : problem(404, 'conversation_not_found');
  }

  protected member(talk: Talk, id: string): Member {
    return {
      userId: id,
      name: this.user(id).name,
      avatar: this.user(id).avatar,
      role: this.roleOf(talk, id),
      joinedSeq: joinedSeq(talk, id),
      ...this.presenceOf(id),
      deliveredSeq: Math.max(talk.deliveries.get(id) ?? 0, talk.reads.get(id) ?? 0),
      readSeq: talk.reads.get(id) ?? 0,
    };
  }

  protected roleOf(talk: Talk, id: string): Member['role'] {
    const first = talk.kind === 'group' && id === talk.memberIds[0];
    return talk.roles.get(id) ?? (first ? 'owner' : 'member');
  }

  /** Of a large group oneself, the latest speakers, and the first members. */
  #shown({ memberIds, messages }: Talk, userId: string): string[] {
    if (memberIds.length <= SHOWN) return memberIds;
    const speakers = messages.map(({ senderId }) => senderId).reverse();
    return [...new Set([userId, ...speakers, ...memberIds])].slice(0, SHOWN);
  }

  #members(talk: Talk, url: URL): Response {
    const from = talk.memberIds.indexOf(url.searchParams.get('after') ?? '') + 1;
    const items = talk.memberIds.slice(from, from + 100).map((id) => this.member(talk, id));
    const more = from + items.length < talk.memberIds.length;
    return json(200, { items, next: more ? items.at(-1)?.userId : null });
  }

  #list(userId: string, url: URL): Response {
    const from = Number(url.searchParams.get('after') ?? 0);
    const items = [...this.talks.values()]
      .filter(({ memberIds }) => memberIds.includes(userId))
      .map((each) => this.view(each, userId))
      .filter(({ mine }) => String(mine.archived) === (url.searchParams.get('archived') ?? 'false'))
      .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
      .sort((one, other) => Number(other.mine.pinned) - Number(one.mine.pinned));
    const limit = url.searchParams.get('limit');
    const next = from + (limit === null ? this.listPage : Number(limit));
    return json(200, { items: items.slice(from, next), next: next < items.length ? String(next) : null });
  }

  #start(userId: string, body: Body): Response {
    const memberIds = [userId, ...(body['memberIds'] as string[])];
    const title = typeof body['title'] === 'string' ? body['title'] : null;
    const direct = title === null && memberIds.length === 2;
    const known = [...this.talks.values()].find(
      (talk) => direct && talk.kind === 'direct' && memberIds.every((id) => talk.memberIds.includes(id)),
    );
    const members = memberIds.map((id) => this.user(id));
    const talk = known ?? this.talk(members, title);
    for (const id of talk.memberIds) {
      if (known === undefined) this.push({ type: 'conversation', conversation: this.view(talk, id) }, [id]);
    }
    return json(known === undefined ? 201 : 200, this.view(talk, userId));
  }
}

/** The entry that added the member last; 0 for a member from the start. */
function joinedSeq(talk: Talk, id: string): number {
  const entry = talk.entries.findLast(
    (each) => each.type === 'members' && (each as unknown as { added: string[] }).added.includes(id),
  );
  return entry?.seq ?? 0;
}
