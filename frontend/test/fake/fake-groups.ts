import type { Member, User } from '@/shared/api/model';
import type { Route } from './answers';
import { done, json, problem } from './answers';
import type { Talk } from './fake-conversations';
import { TALK } from './fake-conversations';
import { FakeMessages } from './fake-messages';

type Role = Member['role'];

type GroupEvent =
  | { type: 'members'; added: string[]; removed: string[] }
  | { type: 'role'; userId: string; role: Role }
  | { type: 'titled'; title: string };

/** What members of a group do to it, by the rights of their roles. */
export abstract class FakeGroups extends FakeMessages {
  addMembers(talk: Talk, by: Pick<User, 'id'>, people: readonly Pick<User, 'id'>[]) {
    const added = people.map(({ id }) => id).filter((id) => !talk.memberIds.includes(id));
    talk.memberIds.push(...added);
    this.#happened(talk, by.id, { type: 'members', added, removed: [] });
  }

  /** Removes a member, or lets one leave. */
  removeMember(talk: Talk, by: Pick<User, 'id'>, { id }: Pick<User, 'id'>) {
    const owned = this.roleOf(talk, id) === 'owner';
    const roles = talk.memberIds.map((each) => [each, this.roleOf(talk, each)] as const);
    talk.memberIds = talk.memberIds.filter((each) => each !== id);
    talk.roles = new Map(roles.filter(([each]) => each !== id));
    this.push({ type: 'left', conversationId: talk.id }, [id]);
    this.#happened(talk, by.id, { type: 'members', added: [], removed: [id] });
    const heir = talk.memberIds.find((each) => talk.roles.get(each) === 'admin') ?? talk.memberIds[0];
    if (owned && heir !== undefined) this.giveRole(talk, by, { id: heir }, 'owner');
  }

  giveRole(talk: Talk, by: Pick<User, 'id'>, { id }: Pick<User, 'id'>, role: Role) {
    for (const each of talk.memberIds) talk.roles.set(each, this.roleOf(talk, each));
    if (role === 'owner' && talk.memberIds.includes(by.id)) talk.roles.set(by.id, 'admin');
    talk.roles.set(id, role);
    this.#happened(talk, by.id, { type: 'role', userId: id, role });
  }

  retitle(talk: Talk, by: Pick<User, 'id'>, title: string) {
    talk.title = title;
    this.#happened(talk, by.id, { type: 'titled', title });
  }

  /** A group has another photo, or none: no entry of its log. */
  photographGroup(talk: Talk, version: string | null) {
    talk.avatar = version === null ? null : { url: `/api/v1/conversations/${talk.id}/avatar?v=${version}` };
    for (const id of talk.memberIds)
      this.push({ type: 'conversation', conversation: this.view(talk, id) }, [id]);
  }

  protected override routes(userId: string): Route[] {
    const by = { id: userId };
    const allowed = (id: string | undefined, roles: readonly Role[], act: (talk: Talk) => Response) =>
      this.withTalk(id, userId, (talk) =>
        roles.includes(this.roleOf(talk, userId)) ? act(talk) : problem(403, refusal(roles)),
      );
    const ADMINS = ['owner', 'admin'] as const;
    return [
      ...super.routes(userId),
      [
        `PATCH ${TALK}`,
        ({ id }, body) =>
          allowed(id, ADMINS, (talk) => {
            this.retitle(talk, by, String(body['title']));
            return json(200, this.view(talk, userId));
          }),
      ],
      [
        `PUT ${TALK}/avatar`,
        ({ id }, body) =>
          allowed(id, ADMINS, (talk) => {
            this.photos.push(body['photo'] as Blob);
            this.photographGroup(talk, `${this.nextId()}.webp`);
            return json(200, this.view(talk, userId));
          }),
      ],
      [
        `DELETE ${TALK}/avatar`,
        ({ id }) =>
          allowed(id, ADMINS, (talk) => {
            this.photographGroup(talk, null);
            return done();
          }),
      ],
      [
        `POST ${TALK}/members`,
        ({ id }, body) =>
          allowed(id, ADMINS, (talk) => {
            this.addMembers(
              talk,
              by,
              (body['userIds'] as string[]).map((each) => ({ id: each })),
            );
            return json(200, this.view(talk, userId));
          }),
      ],
      [
        `DELETE ${TALK}/members/(?<member>[^/]+)`,
        ({ id, member = '' }) =>
          allowed(id, member === userId ? ['owner', 'admin', 'member'] : ADMINS, (talk) => {
            if (!talk.memberIds.includes(member)) return problem(404, 'member_not_found');
            this.removeMember(talk, by, { id: member });
            return done();
          }),
      ],
      [
        `PUT ${TALK}/members/(?<member>[^/]+)/role`,
        ({ id, member = '' }, body) =>
          allowed(id, ['owner'], (talk) => {
            this.giveRole(talk, by, { id: member }, body['role'] as Role);
            return json(200, this.view(talk, userId));
          }),
      ],
    ];
  }

  #happened(talk: Talk, by: string, event: GroupEvent) {
    const entry = this.append(talk, by, event);
    this.push({ type: 'entry', conversationId: talk.id, entry }, talk.memberIds);
    for (const id of talk.memberIds)
      this.push({ type: 'conversation', conversation: this.view(talk, id) }, [id]);
  }
}

function refusal(roles: readonly Role[]): string {
  return roles.length === 1 ? 'not_the_owner' : 'not_an_admin';
}
