import type { Entry, Message, User } from '@/shared/api/model';
import type { Route } from './answers';
import { done, json, problem } from './answers';
import type { Talk } from './fake-conversations';
import { TALK } from './fake-conversations';
import { mentionsIn, quoteOf } from './fake-messages';
import { FakeSearch } from './fake-search';

const MESSAGE = `${TALK}/messages/(?<messageId>[^/]+)`;

type Change = Extract<Entry, { type: 'edited' | 'deleted' | 'reacted' }>;

interface Fate {
  /** Clients get no frame of it, and see it when they fetch. */
  lost?: boolean;
}

/** Changes to messages: each is an entry of the log, and the message is shown in its present state from then on. */
export abstract class FakeChanges extends FakeSearch {
  edit(talk: Talk, by: User, message: Message, text: string, { lost = false }: Fate = {}) {
    const mentions = mentionsIn(talk, text);
    const entry = this.append(talk, by.id, {
      type: 'edited' as const,
      messageId: message.id,
      text,
      mentions,
    });
    Object.assign(message, { text, mentions, editedAt: entry.at });
    this.#tell(talk, message, entry, lost);
  }

  /** A message is deleted for everyone. */
  remove(talk: Talk, by: User, message: Message, { lost = false }: Fate = {}) {
    const entry = this.append(talk, by.id, { type: 'deleted' as const, messageId: message.id });
    Object.assign(message, {
      text: null,
      image: null,
      file: null,
      voice: null,
      replyTo: null,
      mentions: [],
      reactions: [],
      deletedAt: entry.at,
    });
    this.#tell(talk, message, entry, lost);
  }

  react(talk: Talk, by: User, message: Message, emoji: string, added = true, { lost = false }: Fate = {}) {
    const known = message.reactions.find((each) => each.emoji === emoji);
    if ((known?.userIds.includes(by.id) ?? false) === added) return;
    const others = known?.userIds.filter((id) => id !== by.id) ?? [];
    const userIds = added ? [...others, by.id] : others;
    if (known === undefined) message.reactions.push({ emoji, userIds });
    else known.userIds = userIds;
    message.reactions = message.reactions.filter((each) => each.userIds.length > 0);
    const content = { type: 'reacted' as const, messageId: message.id, emoji, added };
    this.#tell(talk, message, this.append(talk, by.id, content), lost);
  }

  protected override routes(userId: string): Route[] {
    const by = this.user(userId);
    return [
      ...super.routes(userId),
      [
        `PATCH ${MESSAGE}`,
        ({ id, messageId }, body) =>
          this.#withMessage(id, userId, messageId, (talk, message) => {
            if (message.senderId !== userId) return problem(403, 'forbidden');
            if (this.now() - Date.parse(message.sentAt) > 86_400_000) return problem(422, 'too_late');
            this.edit(talk, by, message, String(body['text']));
            return json(200, message);
          }),
      ],
      [
        `DELETE ${MESSAGE}`,
        ({ id, messageId }) =>
          this.#withMessage(id, userId, messageId, (talk, message) => {
            const admin = talk.kind === 'group' && this.member(talk, userId).role !== 'member';
            if (message.senderId !== userId && !admin) return problem(403, 'forbidden');
            this.remove(talk, by, message);
            return done();
          }),
      ],
      [
        `GET ${MESSAGE}/receipts`,
        ({ id, messageId }) =>
          this.#withMessage(id, userId, messageId, (talk, message) => {
            if (talk.memberIds.length > 100) return problem(422, 'too_many_members');
            const others = talk.memberIds
              .filter((each) => each !== message.senderId)
              .map((each) => this.member(talk, each));
            const ids = (reached: typeof others) => reached.map((each) => each.userId);
            return json(200, {
              readBy: ids(others.filter(({ readSeq }) => readSeq >= message.seq)),
              receivedBy: ids(others.filter(({ deliveredSeq }) => deliveredSeq >= message.seq)),
            });
          }),
      ],
      ...(['PUT', 'DELETE'] as const).map((method): Route => [
        `${method} ${MESSAGE}/reactions/(?<emoji>[^/]+)`,
        ({ id, messageId, emoji = '' }) =>
          this.#withMessage(id, userId, messageId, (talk, message) => {
            this.react(talk, by, message, decodeURIComponent(emoji), method === 'PUT');
            return done();
          }),
      ]),
    ];
  }

  #withMessage(
    id: string | undefined,
    userId: string,
    messageId: string | undefined,
    answer: (talk: Talk, message: Message) => Response,
  ): Response {
    return this.withTalk(id, userId, (talk) => {
      const message = talk.messages.find((each) => each.id === messageId);
      return message === undefined ? problem(404, 'message_not_found') : answer(talk, message);
    });
  }

  #tell(talk: Talk, message: Message, entry: Change, lost: boolean) {
    for (const each of talk.messages) if (each.replyTo?.id === message.id) each.replyTo = quoteOf(message);
    if (!lost) this.push({ type: 'entry', conversationId: talk.id, entry, message }, talk.memberIds);
  }
}
