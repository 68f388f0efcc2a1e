import type { Message } from '@/shared/api/model';
import type { Content, FakeSocket, Talk } from './fake-world';
import { FakeWorld } from './fake-world';

export const CODE = '123456';

/** A browser's cookie jar, as far as this server cares: whose session it holds. */
export interface Jar {
  userId: string | undefined;
}

type Handler = (match: Record<string, string>, body: Record<string, unknown>, url: URL) => Response;

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  return json(status, { type: 'about:blank', title: code, status, code }, headers);
}

/**
 * The services as the contract describes them, in memory: enough to run the whole app against, in tests and in the
 * gallery. One instance is one server; every page that talks to it brings its own cookie jar.
 */
export class FakeNatter extends FakeWorld {
  /** Where somebody is signed in. */
  sessions = ['Firefox on Linux', 'Safari on iPhone'].map((device, at) => ({
    id: `session-${at}`,
    createdAt: '2024-03-01T08:00:00.000Z',
    lastUsedAt: '2024-03-01T08:00:00.000Z',
    device,
    userAgent: device,
    network: '192.0.2.7',
    current: at === 0,
  }));
  readonly requests: string[] = [];
  readonly frames: Record<string, unknown>[] = [];
  readonly #overrides = new Map<string, () => Response | Promise<Response>>();
  #tokens = 0;
  /** How many conversations a page of the list holds, unless one asks for another number. */
  listPage = Infinity;
  /** Whether a code is right, by the challenge it is sent with. */
  judge: (challengeId: string) => boolean = () => true;
  /** Frames of clients get no answer while this is set. */
  deaf = false;
  /** No call gets through while this is set. */
  unreachable = false;
  /** Sockets are refused while this is unset. */
  socketsOpen = true;

  /** The next call answers something else: `method path`, the path as the client says it. */
  next(call: string, answer: () => Response | Promise<Response>) {
    this.#overrides.set(call, answer);
  }

  async handle(request: Request, jar: Jar): Promise<Response> {
    const url = new URL(request.url);
    const call = `${request.method} ${url.pathname}`;
    this.requests.push(call);
    if (this.unreachable) return Response.error();
    const override = this.#overrides.get(call);
    if (override !== undefined) {
      this.#overrides.delete(call);
      return override();
    }
    const body = (await request.json().catch(() => ({}))) as Record<string, unknown>;
    if (url.pathname.startsWith('/api/v1/auth/'))
      return this.#auth(url.pathname.slice('/api/v1/auth/'.length), body, jar);
    const userId = this.#holderOf(request.headers.get('authorization')?.replace('Bearer ', ''));
    if (userId === undefined) return problem(401, 'unauthenticated');
    for (const [pattern, handler] of this.#routes(userId)) {
      const [method, path] = pattern.split(' ');
      const match = new RegExp(`^${path ?? ''}$`).exec(url.pathname);
      if (match !== null && method === request.method) return handler(match.groups ?? {}, body, url);
    }
    return problem(404, 'not_found');
  }

  /** A socket with its token; answers whether it is let in. */
  connect(socket: FakeSocket, token: string | undefined): boolean {
    const userId = this.#holderOf(token);
    if (userId === undefined || !this.socketsOpen) return false;
    this.sockets.set(socket, userId);
    socket.send(
      JSON.stringify({
        type: 'ready',
        userId,
        connectionId: `s-${this.nextId()}`,
        serverTime: this.instant(),
      }),
    );
    return true;
  }

  disconnect(socket: FakeSocket) {
    this.sockets.delete(socket);
  }

  receive(socket: FakeSocket, data: string) {
    const userId = this.sockets.get(socket);
    const frame = JSON.parse(data) as Record<string, string>;
    this.frames.push(frame);
    if (this.deaf || userId === undefined) return;
    const talk = this.talks.get(frame['conversationId'] ?? '');
    if (frame['type'] === 'send' && talk !== undefined) {
      const message = this.store(
        talk,
        userId,
        frame['clientMessageId'] ?? '',
        this.#content(frame),
        this.instant(),
        socket,
      );
      socket.send(JSON.stringify({ type: 'sent', message }));
    } else if (frame['type'] === 'read' && talk !== undefined) {
      this.readTo(talk, userId, Number(frame['seq']));
    } else if (frame['type'] === 'delivered' && talk !== undefined) {
      this.deliverTo(talk, userId, Number(frame['seq']));
    } else if (frame['type'] === 'typing' && talk !== undefined) {
      this.type(talk, this.user(userId), Boolean(frame['typing']));
    } else if (frame['type'] === 'authenticate') {
      socket.send(
        JSON.stringify({ type: 'authenticated', expiresAt: new Date(this.now() + 900_000).toISOString() }),
      );
    }
  }

  #auth(call: string, body: Record<string, unknown>, jar: Jar): Response {
    switch (call) {
      case 'otp':
        return json(202, {
          challengeId: `ch-${this.nextId()}`,
          expiresInSeconds: 300,
          resendAfterSeconds: 60,
        });
      case 'otp/verify': {
        if (body['otp'] !== CODE || !this.judge(String(body['challengeId'])))
          return problem(401, 'otp_invalid');
        const email = String(body['email']);
        const known = [...this.users.values()].find((user) => user.email === email);
        jar.userId = (known ?? this.person(email.split('@')[0] ?? '', email)).id;
        return this.#signedIn(jar.userId);
      }
      case 'refresh':
        return jar.userId === undefined ? problem(401, 'unauthenticated') : this.#signedIn(jar.userId);
      case 'sessions':
        return json(200, { items: this.sessions, next: null });
      case 'logout':
        jar.userId = undefined;
        return new Response(null, { status: 204 });
      default: {
        const id = call.replace('sessions/', '');
        const known = this.sessions.some((session) => session.id === id);
        this.sessions = this.sessions.filter((session) => session.id !== id);
        return known ? new Response(null, { status: 204 }) : problem(404, 'not_found');
      }
    }
  }

  #signedIn(userId: string): Response {
    const { id, name, createdAt } = this.user(userId);
    const accessToken = `token ${userId} ${++this.#tokens}`;
    return json(200, {
      accessToken,
      tokenType: 'Bearer',
      expiresInSeconds: 900,
      user: { id, name, createdAt },
    });
  }

  #routes(userId: string): [string, Handler][] {
    const talk = '/api/v1/conversations/(?<id>[^/]+)';
    return [
      ['GET /api/v1/users/me', () => json(200, this.user(userId))],
      [
        'PATCH /api/v1/users/me',
        (_, body) => {
          this.rename(this.user(userId), String(body['name']));
          return json(200, this.user(userId));
        },
      ],
      [
        'GET /api/v1/users/(?<id>u-[^/]+)',
        ({ id = '' }) => {
          const { name, createdAt } = this.user(id);
          return json(200, { id, name, createdAt });
        },
      ],
      ['GET /api/v1/users', (_, __, url) => this.#search(url.searchParams.get('query') ?? '')],
      ['GET /api/v1/conversations', (_, __, url) => this.#list(userId, url)],
      [
        'POST /api/v1/images',
        (_, body) => json(201, this.images.offer(String(body['contentType']), Number(body['bytes']))),
      ],
      ['GET /api/v1/images/(?<id>[^/]+)', ({ id = '' }) => json(200, this.images.link(id))],
      ['POST /api/v1/conversations', (_, body) => this.#start(userId, body)],
      [`GET ${talk}`, ({ id }) => this.#withTalk(id, userId, (each) => json(200, this.view(each, userId)))],
      [
        `GET ${talk}/members`,
        ({ id }, _, url) => this.#withTalk(id, userId, (each) => this.#members(each, url)),
      ],
      [
        `GET ${talk}/messages`,
        ({ id }, _, url) => this.#withTalk(id, userId, (each) => page(each.messages, url)),
      ],
      [
        `GET ${talk}/entries`,
        ({ id }, _, url) =>
          this.#withTalk(id, userId, ({ messages }) => {
            const newer = messages.filter(({ seq }) => seq > Number(url.searchParams.get('after')));
            const items = newer.slice(0, Number(url.searchParams.get('limit') ?? 30));
            return json(200, {
              items: items.map((each) => ({
                seq: each.seq,
                at: each.sentAt,
                by: each.senderId,
                type: 'message',
                message: each,
              })),
              hasMore: newer.length > items.length,
            });
          }),
      ],
      [
        `PUT ${talk}/read`,
        ({ id }, body) =>
          this.#withTalk(id, userId, (each) => {
            this.readTo(each, userId, Number(body['seq']));
            return new Response(null, { status: 204 });
          }),
      ],
      [
        `POST ${talk}/messages`,
        ({ id }, body) =>
          this.#withTalk(id, userId, (each) =>
            json(
              201,
              this.store(
                each,
                userId,
                String(body['clientMessageId']),
                this.#content(body),
                this.instant(),
                undefined,
              ),
            ),
          ),
      ],
    ];
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
      .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
    const limit = url.searchParams.get('limit');
    const next = from + (limit === null ? this.listPage : Number(limit));
    return json(200, { items: items.slice(from, next), next: next < items.length ? String(next) : null });
  }

  #search(query: string): Response {
    const wanted = query.toLowerCase();
    const items = [...this.users.values()]
      .filter(({ name, email }) => name.toLowerCase().startsWith(wanted) || email === wanted)
      .map(({ id, name, createdAt }) => ({ id, name, createdAt }));
    return json(200, { items, next: null });
  }

  #start(userId: string, body: Record<string, unknown>): Response {
    const memberIds = [userId, ...(body['memberIds'] as string[])];
    const title = typeof body['title'] === 'string' ? body['title'] : null;
    const direct = title === null && memberIds.length === 2;
    const known = [...this.talks.values()].find(
      (talk) => direct && talk.kind === 'direct' && memberIds.every((id) => talk.memberIds.includes(id)),
    );
    const talk =
      known ??
      this.talk(
        memberIds.map((id) => this.user(id)),
        title,
      );
    for (const id of talk.memberIds) {
      if (known === undefined) this.push({ type: 'conversation', conversation: this.view(talk, id) }, [id]);
    }
    return json(known === undefined ? 201 : 200, this.view(talk, userId));
  }

  #content(body: Record<string, unknown>): Content {
    const text = body['text'];
    return {
      text: typeof text === 'string' ? text : undefined,
      image: this.images.find(String(body['imageId'])),
    };
  }

  #withTalk(id: string | undefined, userId: string, answer: (talk: Talk) => Response): Response {
    const talk = this.talks.get(id ?? '');
    return talk?.memberIds.includes(userId) ? answer(talk) : problem(404, 'conversation_not_found');
  }

  #holderOf(token: string | undefined): string | undefined {
    const userId = token?.split(' ')[1];
    return userId !== undefined && this.users.has(userId) ? userId : undefined;
  }
}

function page(messages: readonly Message[], url: URL): Response {
  const number = (name: string) =>
    url.searchParams.has(name) ? Number(url.searchParams.get(name)) : undefined;
  const [before, after, limit = 30] = [number('before'), number('after'), number('limit')];
  if (after !== undefined) {
    const newer = messages.filter(({ seq }) => seq > after);
    return json(200, { items: newer.slice(0, limit), hasMore: newer.length > limit });
  }
  const older = messages.filter(({ seq }) => before === undefined || seq < before);
  return json(200, { items: older.slice(-limit), hasMore: older.length > limit });
}
