import type { Message, Quote, User } from '@/shared/api/model';
import type { Body, Route } from './answers';
import { done, json, problem } from './answers';
import type { Talk } from './fake-conversations';
import { TALK } from './fake-conversations';
import { FakeImages } from './fake-images';
import { FakePush } from './fake-push';
import type { FakeSocket } from './fake-people';

interface Content extends Partial<Pick<Message, 'image' | 'file' | 'voice'>> {
  text?: string | undefined;
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
    return this.store(
      talk,
      sender.id,
      `client-${this.nextId()}`,
      content,
      at,
      lost ? 'no-socket' : undefined,
    );
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

  /** A member sends a file or a voice message. */
  hand(
    talk: Talk,
    sender: User,
    attachment: Pick<Content, 'file' | 'voice'>,
    text?: string,
    at = this.instant(),
  ): Message {
    return this.store(talk, sender.id, `client-${this.nextId()}`, { text, ...attachment }, at, undefined);
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
      [
        'POST /api/v1/files',
        (_, { name, contentType, bytes }) =>
          json(201, this.images.offerFile(String(name), String(contentType), Number(bytes))),
      ],
      [
        'POST /api/v1/files/(?<id>[^/]+)/complete',
        ({ id = '' }) => (this.images.complete(id) ? done() : problem(422, 'file_incomplete')),
      ],
      [
        'POST /api/v1/voice',
        (_, { contentType, bytes, durationMs, waveform }) =>
          json(
            201,
            this.images.offer(String(contentType).replace(/;.*/, ''), Number(bytes), 'voice', {
              durationMs: Number(durationMs),
              waveform: waveform as number[],
            }),
          ),
      ],
      ['GET /api/v1/(?:images|files|voice)/(?<id>[^/]+)', ({ id = '' }) => json(200, this.images.link(id))],
      [
        `GET ${TALK}/messages`,
        ({ id }, _, url) => this.withTalk(id, userId, (talk) => page(shownIn(talk), url)),
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
      ...this.images.find(body),
      replyTo: body['replyTo'] as string | undefined,
    };
    return this.store(talk, senderId, String(body['clientMessageId']), content, this.instant(), except);
  }

  protected store(
    talk: Talk,
    senderId: string,
    clientMessageId: string,
    { text, image, file, voice, replyTo }: Content,
    sentAt: string,
    except: FakeSocket | 'no-socket' | undefined,
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
      file: file ?? null,
      voice: voice ?? null,
      replyTo: quoteOf(talk.messages.find(({ id }) => id === replyTo)),
      mentions: mentionsIn(talk, text),
      reactions: [],
      editedAt: null,
      deletedAt: null,
      sentAt,
    };
    this.append(talk, senderId, { type: 'message', message }, sentAt);
    talk.messages.push(message);
    if (except !== 'no-socket') this.push({ type: 'message', message }, talk.memberIds, except);
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
  const { id, seq, senderId, text, image, file, voice, deletedAt } = message;
  const attachment = image ? 'image' : file ? 'file' : voice ? 'voice' : null;
  return { id, seq, senderId, text, attachment, deletedAt };
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

/** The messages of a conversation, and the changes of the group where they happened. */
function shownIn({ messages, entries }: Talk) {
  const events = entries
    .filter(({ type }) => type === 'members' || type === 'role' || type === 'titled')
    .map((event) => ({ seq: event.seq, sentAt: event.at, senderId: event.by, event }));
  return [...messages, ...events].sort((one, other) => one.seq - other.seq);
}
