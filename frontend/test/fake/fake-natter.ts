import type { Body } from './answers';
import { CODE, done, json, problem } from './answers';
import { FakeAccounts } from './fake-accounts';

/** A browser's cookie jar, as far as this server cares: whose session it holds. */
export interface Jar {
  userId: string | undefined;
}

/**
 * The services as the contract describes them, in memory: enough to run the whole app against, in tests and in the
 * gallery. One instance is one server; every page that talks to it brings its own cookie jar. Each area is a class of its
 * own with its own routes: people, conversations, messages, changes to them, sockets; here is who is signed in.
 */
export class FakeNatter extends FakeAccounts {
  /** Where a user is signed in. */
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
  readonly #overrides = new Map<string, () => Response | Promise<Response>>();
  #tokens = 0;
  /** Whether a code is right, by the challenge it is sent with. */
  judge: (challengeId: string) => boolean = () => true;
  /** No call gets through while this is set. */
  unreachable = false;

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
    const body: Body = request.headers.get('content-type')?.startsWith('image/')
      ? { photo: await request.blob() }
      : ((await request.json().catch(() => ({}))) as Body);
    if (url.pathname.startsWith('/api/v1/auth/'))
      return this.#auth(url.pathname.slice('/api/v1/auth/'.length), body, jar);
    const open = this.preview(call) ?? this.unsubscribe(call);
    if (open !== undefined) return open;
    const userId = this.holderOf(request.headers.get('authorization')?.replace('Bearer ', ''));
    if (userId === undefined) return problem(401, 'unauthenticated');
    for (const [pattern, handler] of this.routes(userId)) {
      const match = new RegExp(`^${pattern}$`).exec(call);
      if (match !== null) return handler(match.groups ?? {}, body, url);
    }
    return problem(404, 'not_found');
  }

  #auth(call: string, body: Body, jar: Jar): Response {
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
        return done();
      default: {
        const id = call.replace('sessions/', '');
        const known = this.sessions.some((session) => session.id === id);
        this.sessions = this.sessions.filter((session) => session.id !== id);
        return known ? done() : problem(404, 'not_found');
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
}
