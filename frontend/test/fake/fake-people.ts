import type { Me, User } from '@/shared/api/model';
import type { ServerFrame } from '@/shared/live/frames';
import type { Route } from './answers';
import { done, json } from './answers';
import { STORE } from './fake-images';

/** What others see of a user. */
const shown = ({ id, name, createdAt, avatar, about }: Me): User => ({ id, name, createdAt, avatar, about });

/** One end of a socket. */
export interface FakeSocket {
  send(data: string): void;
  close(code: number): void;
}

/** Who there is, and who of them hears of what happens. */
export abstract class FakePeople {
  readonly users = new Map<string, Me>();
  /** What was uploaded as photos, the first first. */
  readonly photos: Blob[] = [];
  protected readonly sockets = new Map<FakeSocket, string>();
  protected readonly now: () => number;
  readonly #presence = new Map<string, { online: boolean; lastSeenAt: string | null }>();
  #ids = 0;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  person(name: string, email = `${name.split(' ')[0]?.toLowerCase() ?? ''}@example.org`): Me {
    const user: Me = {
      id: `u-${this.nextId()}`,
      name,
      email,
      createdAt: this.instant(),
      avatar: null,
      about: null,
      settings: { readReceipts: true, lastSeen: true, missedMail: 'off' },
    };
    this.users.set(user.id, user);
    return user;
  }

  presence(user: User, online: boolean, lastSeenAt: string | null = null) {
    this.#presence.set(user.id, { online, lastSeenAt });
    this.push({ type: 'presence', userId: user.id, online, lastSeenAt }, [...this.users.keys()]);
  }

  rename(user: User, name: string) {
    const renamed = { ...this.user(user.id), name };
    this.users.set(user.id, renamed);
    this.push({ type: 'profile', user: shown(renamed) }, [...this.users.keys()]);
  }

  /** A user has another photo, or none. */
  photograph(user: Pick<User, 'id'>, version: string | null) {
    const avatar = version === null ? null : { url: `/api/v1/users/${user.id}/avatar?v=${version}` };
    const changed = { ...this.user(user.id), avatar };
    this.users.set(user.id, changed);
    this.push({ type: 'profile', user: shown(changed) }, [...this.users.keys()]);
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

  protected routes(userId: string): Route[] {
    return [
      ['GET /api/v1/users/me', () => json(200, this.user(userId))],
      [
        'PATCH /api/v1/users/me',
        (_, body) => {
          const { name, about, settings } = body as Partial<Me>;
          const me = this.user(userId);
          this.users.set(userId, {
            ...me,
            ...(about !== undefined && { about }),
            ...(settings !== undefined && { settings: { ...me.settings, ...settings } }),
          });
          if (name !== undefined) this.rename(me, name);
          return json(200, this.user(userId));
        },
      ],
      [
        'PUT /api/v1/users/me/avatar',
        (_, body) => {
          this.photos.push(body['photo'] as Blob);
          this.photograph({ id: userId }, `${this.nextId()}.webp`);
          return json(200, this.user(userId));
        },
      ],
      [
        'DELETE /api/v1/users/me/avatar',
        () => {
          this.photograph({ id: userId }, null);
          return done();
        },
      ],
      [
        'GET /api/v1/(?<owner>users|conversations)/(?<id>[^/]+)/avatar',
        ({ owner = '', id = '' }, _, url) =>
          json(200, {
            url: `${STORE}/photos/${owner}/${id}/${url.searchParams.get('v') ?? ''}`,
            expiresAt: '2999-01-01T00:00:00.000Z',
          }),
      ],
      ['GET /api/v1/users/(?<id>u-[^/]+)', ({ id = '' }) => json(200, shown(this.user(id)))],
      ['GET /api/v1/users', (_, __, url) => this.#search(url.searchParams.get('query') ?? '')],
    ];
  }

  protected presenceOf(userId: string) {
    return this.#presence.get(userId) ?? { online: false, lastSeenAt: null };
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

  #search(query: string): Response {
    const wanted = query.toLowerCase();
    const items = [...this.users.values()]
      .filter(({ name, email }) => name.toLowerCase().startsWith(wanted) || email === wanted)
      .map(shown);
    return json(200, { items, next: null });
  }
}
