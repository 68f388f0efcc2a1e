import type { Message, Quote, User } from '@/shared/api/model';
import type { Body, Route } from './answers';
import { done, json } from './answers';
import type { Talk } from './fake-conversations';
import { TALK } from './fake-conversations';
import { FakeImages } from './fake-images';
import { FakePush } from './fake-push';
import type { FakeSocket } from './fake-people';

interface Content {
  text?: string | undefined;
  image?: Message['image'] | undefined;
  replyTo?: string | undefined;
}

/** What is said in conversations, and how far it was read. */
export abstract class FakeMessages extends FakePush {
  readonly images = new FakeImages();

  /** A member writes; everybody connected hears of it, unless the push is lost. */
  write(
    talk: Talk,
    sender: User,
    text: string,
    { at = this.instant(), lost = false, replyTo }: { at?: string; lost?: boolean; replyTo?: Message } = {},
  ): Message {
    const content = { text, replyTo: replyTo?.id };
    return this.store(talk, sender.id, `client-${this.nextId()}`, content, at, lost ? 'nobody' : undefined);
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

  /** A member has read up to an entry of the log, everything by default. */
  read(talk: Talk, member: User, seq = talk.entries.length) {
    this.readTo(talk, member.id, seq);
  }

  deliver(talk: Talk, member: User, seq = talk.entries.length) {
    this.deliverTo(talk, member.id, seq);
  }

  type(talk: Talk, member: User, typing = true) {
    const others = talk.memberIds.filter((id) => id !== member.id);
    this.push({ type: 'typing', conversationId: talk.id, userId: member.id, typing }, others);
  }

  protected override routes(userId: string): Route[] {
    return [
      ...super.routes(userId),
      [
        'POST /api/v1/images',
        (_, body) => json(201, this.images.offer(String(body['contentType']), Number(body['bytes']))),
      ],
      ['GET /api/v1/images/(?<id>[^/]+)', ({ id = '' }) => json(200, this.images.link(id))],
      [
        `GET ${TALK}/messages`,
        ({ id }, _, url) => this.withTalk(id, userId, ({ messages }) => page(messages, url)),
      ],
      [
        `GET ${TALK}/entries`,
        ({ id }, _, url) => this.withTalk(id, userId, ({ entries }) => page(entries, url)),
      ],
      [
        `PUT ${TALK}/read`,
        ({ id }, body) =>
          this.withTalk(id, userId, (each) => {
            this.readTo(each, userId, Number(body['seq']));
            return done();
          }),
      ],
      [
        `POST ${TALK}/messages`,
        ({ id }, body) => this.withTalk(id, userId, (each) => json(201, this.send(each, userId, body))),
      ],
    ];
  }

  /** Stores what a client sends, over the socket or by REST; a repeat changes nothing. */
  protected send(talk: Talk, senderId: string, body: Body, except?: FakeSocket): Message {
    const text = body['text'];
    const content = {
      text: typeof text === 'string' ? text : undefined,
      image: this.images.find(String(body['imageId'])),
      replyTo: body['replyTo'] as string | undefined,
    };
    return this.store(talk, senderId, String(body['clientMessageId']), content, this.instant(), except);
  }

  protected store(
    talk: Talk,
    senderId: string,
    clientMessageId: string,
    { text, image, replyTo }: Content,
    sentAt: string,
    except: FakeSocket | 'nobody' | undefined,
  ): Message {
    const known = talk.messages.find(
      (each) => each.senderId === senderId && each.clientMessageId === clientMessageId,
    );
    if (known !== undefined) return known;
    const message = {
      id: `m-${this.nextId()}`,
      conversationId: talk.id,
      seq: talk.entries.length + 1,
      senderId,
      clientMessageId,
      text: text ?? null,
      image: image ?? null,
      replyTo: quoteOf(talk.messages.find(({ id }) => id === replyTo)),
      mentions: mentionsIn(talk, text),
      reactions: [],
      editedAt: null,
      deletedAt: null,
      sentAt,
    };
    this.append(talk, senderId, { type: 'message', message }, sentAt);
    talk.messages.push(message);
    if (except !== 'nobody') this.push({ type: 'message', message }, talk.memberIds, except);
    return message;
  }

  protected readTo(talk: Talk, userId: string, seq: number) {
    talk.reads.set(userId, Math.max(seq, talk.reads.get(userId) ?? 0));
    if (this.mine(talk, userId).markedUnread) this.see(talk, { id: userId }, { markedUnread: false });
    this.push({ type: 'read', conversationId: talk.id, userId, seq, at: this.instant() }, talk.memberIds);
  }

  protected deliverTo(talk: Talk, userId: string, seq: number) {
    talk.deliveries.set(userId, Math.max(seq, talk.deliveries.get(userId) ?? 0));
    const others = talk.memberIds.filter((id) => id !== userId);
    this.push({ type: 'delivered', conversationId: talk.id, userId, seq, at: this.instant() }, others);
  }
}

/** What a quote shows of a message. */
export function quoteOf(message: Message | undefined): Quote | null {
  if (message === undefined) return null;
  const { id, seq, senderId, text, image, deletedAt } = message;
  return { id, seq, senderId, text, attachment: image && 'image', deletedAt };
}

export function mentionsIn({ kind, memberIds }: Talk, text = ''): string[] {
  return kind === 'group' ? memberIds.filter((id) => text.includes(`@[${id}]`)) : [];
}

function page(items: readonly { seq: number }[], url: URL): Response {
  const number = (name: string) =>
    url.searchParams.has(name) ? Number(url.searchParams.get(name)) : undefined;
  const [before, after, limit = 30] = [number('before'), number('after'), number('limit')];
  if (after !== undefined) {
    const newer = items.filter(({ seq }) => seq > after);
    return json(200, { items: newer.slice(0, limit), hasMore: newer.length > limit });
  }
  const older = items.filter(({ seq }) => before === undefined || seq < before);
  return json(200, { items: older.slice(-limit), hasMore: older.length > limit });
}
