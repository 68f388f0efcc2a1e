import type { Invite, Me, User } from '@/shared/api/model';
import type { Body, Route } from './answers';
import { CODE, done, json, problem } from './answers';
import type { Talk } from './fake-conversations';
import { FakeSockets } from './fake-sockets';

const DAY_MS = 86_400_000;

interface MadeInvite extends Invite {
  token: string;
  by: string;
}

/** Accounts, whom they have blocked and reported, and invitations. */
export abstract class FakeAccounts extends FakeSockets {
  /** Who has blocked whom. */
  readonly blocks = new Map<string, string[]>();
  readonly reports: Body[] = [];
  readonly invites: MadeInvite[] = [];

  invite({ id: by }: Pick<User, 'id'>, talk?: Talk, maxUses = 1): MadeInvite {
    const made: MadeInvite = {
      id: `i-${this.nextId()}`,
      token: `token-${this.nextId()}`,
      by,
      conversationId: talk?.id ?? null,
      createdAt: this.instant(),
      expiresAt: new Date(this.now() + 7 * DAY_MS).toISOString(),
      maxUses,
      uses: 0,
    };
    this.invites.push(made);
    return made;
  }

  /** What is shown of an invitation to everybody; undefined for another call. */
  protected preview(call: string): Response | undefined {
    const token = /^GET \/api\/v1\/invites\/(?<token>.+)$/.exec(call)?.groups?.['token'];
    if (token === undefined) return undefined;
    const invite = this.#open(token);
    if (invite === undefined) return problem(410, 'invite_gone');
    const group = this.talks.get(invite.conversationId ?? '');
    return json(
      200,
      group === undefined
        ? { kind: 'direct', name: this.user(invite.by).name }
        : { kind: 'group', name: group.title ?? '' },
    );
  }

  /** Switches mails about missed messages off, for everybody who has the token; undefined for another call. */
  protected unsubscribe(call: string): Response | undefined {
    const owner = /^POST \/api\/v1\/users\/unsubscribe\/(?<id>[^.]+)\.token$/.exec(call)?.groups?.['id'];
    if (owner === undefined) return undefined;
    const user = this.user(owner);
    this.users.set(owner, { ...user, settings: { ...user.settings, missedMail: 'off' } });
    return done();
  }

  protected override routes(userId: string): Route[] {
    const blocked = this.blocks.get(userId) ?? [];
    const others = blocked.map((id) => this.user(id));
    return [
      [
        'GET /api/v1/users/me/blocks',
        () => json(200, { items: others.map(({ id, name }) => ({ id, name })), next: null }),
      ],
      [
        'PUT /api/v1/users/me/blocks/(?<id>[^/]+)',
        ({ id = '' }) => {
          this.blocks.set(userId, [id, ...blocked.filter((each) => each !== id)]);
          return done();
        },
      ],
      [
        'DELETE /api/v1/users/me/blocks/(?<id>[^/]+)',
        ({ id = '' }) => {
          this.blocks.set(
            userId,
            blocked.filter((each) => each !== id),
          );
          return done();
        },
      ],
      [
        'POST /api/v1/reports',
        (_, body) => {
          this.reports.push(body);
          return new Response(null, { status: 202 });
        },
      ],
      [
        'GET /api/v1/users/me/export',
        () => new Response('PK', { headers: { 'content-type': 'application/zip' } }),
      ],
      ['PUT /api/v1/users/me/email', (_, body) => this.#changeEmail(this.user(userId), body)],
      [
        'DELETE /api/v1/users/me',
        (_, body) => {
          if (body['otp'] !== CODE) return problem(401, 'otp_invalid');
          this.users.delete(userId);
          return done();
        },
      ],
      [
        'GET /api/v1/invites',
        () => json(200, { items: this.invites.filter(({ by }) => by === userId), next: null }),
      ],
      [
        'POST /api/v1/invites',
        (_, body) => {
          const talk = this.talks.get(String(body['conversationId']));
          const made = this.invite({ id: userId }, talk, Number(body['maxUses'] ?? 1));
          made.expiresAt = new Date(this.now() + Number(body['expiresInHours']) * 3_600_000).toISOString();
          return json(201, { ...made, url: `https://natter.example/join/${made.token}` });
        },
      ],
      [
        'DELETE /api/v1/invites/(?<id>[^/]+)',
        ({ id }) => {
          const at = this.invites.findIndex((each) => each.id === id && each.by === userId);
          if (at < 0) return problem(404, 'invite_not_found');
          this.invites.splice(at, 1);
          return done();
        },
      ],
      ['POST /api/v1/invites/(?<token>[^/]+)/accept', ({ token = '' }) => this.#accept(token, userId)],
      ...super.routes(userId),
    ];
  }

  #changeEmail(me: Me, body: Body): Response {
    const email = String(body['email']);
    if (body['otp'] !== CODE) return problem(401, 'otp_invalid');
    if ([...this.users.values()].some((user) => user.email === email)) return problem(409, 'email_taken');
    this.users.set(me.id, { ...me, email });
    return json(200, this.user(me.id));
  }

  #accept(token: string, userId: string): Response {
    const invite = this.#open(token);
    if (invite === undefined) return problem(410, 'invite_gone');
    if (invite.by === userId) return problem(422, 'own_invite');
    invite.uses += 1;
    const group = this.talks.get(invite.conversationId ?? '');
    if (group !== undefined) this.addMembers(group, { id: userId }, [{ id: userId }]);
    const talk = group ?? this.talk([this.user(invite.by), this.user(userId)]);
    return json(200, this.view(talk, userId));
  }

  #open(token: string): MadeInvite | undefined {
    return this.invites.find((each) => each.token === token && each.uses < each.maxUses);
  }
}
