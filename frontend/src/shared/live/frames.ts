import * as v from 'valibot';
import type { Conversation, Entry, Message, Quote, User } from '@/shared/api/model';

const image = v.object({
  id: v.string(),
  contentType: v.string(),
  width: v.number(),
  height: v.number(),
  bytes: v.number(),
});

const file = v.object({ id: v.string(), name: v.string(), contentType: v.string(), bytes: v.number() });

const voice = v.object({
  id: v.string(),
  contentType: v.string(),
  bytes: v.number(),
  durationMs: v.number(),
  waveform: v.array(v.number()),
});

const seq = v.pipe(v.number(), v.integer(), v.minValue(1));

const quote = v.object({
  id: v.string(),
  seq,
  senderId: v.string(),
  text: v.nullable(v.string()),
  attachment: v.nullable(v.string()),
  deletedAt: v.nullable(v.string()),
}) satisfies v.GenericSchema<unknown, Quote>;

const message = v.object({
  id: v.string(),
  conversationId: v.string(),
  seq,
  senderId: v.string(),
  clientMessageId: v.string(),
  text: v.nullable(v.string()),
  image: v.nullable(image),
  // A server that is older than the app sends neither.
  file: v.optional(v.nullable(file), null),
  voice: v.optional(v.nullable(voice), null),
  replyTo: v.nullable(quote),
  mentions: v.array(v.string()),
  reactions: v.array(v.object({ emoji: v.string(), userIds: v.array(v.string()) })),
  editedAt: v.nullable(v.string()),
  deletedAt: v.nullable(v.string()),
  sentAt: v.string(),
}) satisfies v.GenericSchema<unknown, Message>;

const role = v.picklist(['owner', 'admin', 'member']);

/** A server of an earlier version says nothing of photos. */
const avatar = v.optional(v.nullable(v.object({ url: v.string() })), null);

const member = v.object({
  userId: v.string(),
  name: v.string(),
  avatar,
  role,
  joinedSeq: v.number(),
  online: v.boolean(),
  lastSeenAt: v.nullable(v.string()),
  deliveredSeq: v.number(),
  readSeq: v.number(),
});

const conversation = v.object({
  id: v.string(),
  kind: v.picklist(['direct', 'group']),
  title: v.nullable(v.string()),
  avatar,
  members: v.array(member),
  memberCount: v.number(),
  deliveredToAllSeq: v.number(),
  readByAllSeq: v.number(),
  lastSeq: v.number(),
  lastMessage: v.nullable(message),
  unread: v.number(),
  updatedAt: v.string(),
  mine: v.object({
    mutedUntil: v.nullable(v.string()),
    pinned: v.boolean(),
    archived: v.boolean(),
    markedUnread: v.boolean(),
  }),
}) satisfies v.GenericSchema<unknown, Conversation>;

const user = v.object({
  id: v.string(),
  name: v.string(),
  createdAt: v.string(),
  avatar,
  about: v.optional(v.nullable(v.string()), null),
}) satisfies v.GenericSchema<unknown, User>;

/** What every entry of the log has. */
const entered = { seq, at: v.string(), by: v.string() };

const entry = v.union([
  v.variant('type', [
    v.object({
      ...entered,
      type: v.literal('edited'),
      messageId: v.string(),
      text: v.nullable(v.string()),
      mentions: v.array(v.string()),
    }),
    v.object({ ...entered, type: v.literal('deleted'), messageId: v.string() }),
    v.object({
      ...entered,
      type: v.literal('reacted'),
      messageId: v.string(),
      emoji: v.string(),
      added: v.boolean(),
    }),
    v.object({
      ...entered,
      type: v.literal('members'),
      added: v.array(v.string()),
      removed: v.array(v.string()),
    }),
    v.object({ ...entered, type: v.literal('role'), userId: v.string(), role }),
    v.object({ ...entered, type: v.literal('titled'), title: v.string() }),
  ]) satisfies v.GenericSchema<unknown, Entry>,
  // There may be more types than this version of the app knows; the log goes on all the same.
  v.looseObject({ seq }),
]);

const serverFrame = v.variant('type', [
  v.object({
    type: v.literal('ready'),
    userId: v.string(),
    connectionId: v.string(),
    serverTime: v.string(),
  }),
  v.object({ type: v.literal('sent'), message }),
  v.object({ type: v.literal('message'), message }),
  v.object({
    type: v.literal('entry'),
    conversationId: v.string(),
    entry,
    /** The message that it changes, in its new state. */
    message: v.optional(message),
  }),
  v.object({
    type: v.literal('read'),
    conversationId: v.string(),
    userId: v.string(),
    seq: v.number(),
    at: v.string(),
  }),
  v.object({
    type: v.literal('delivered'),
    conversationId: v.string(),
    userId: v.string(),
    seq: v.number(),
    at: v.string(),
  }),
  v.object({
    type: v.literal('typing'),
    conversationId: v.string(),
    userId: v.string(),
    typing: v.boolean(),
  }),
  v.object({
    type: v.literal('presence'),
    userId: v.string(),
    online: v.boolean(),
    lastSeenAt: v.nullable(v.string()),
  }),
  v.object({ type: v.literal('conversation'), conversation }),
  v.object({ type: v.literal('left'), conversationId: v.string() }),
  v.object({ type: v.literal('profile'), user }),
  v.object({ type: v.literal('resync') }),
  v.object({
    type: v.literal('error'),
    code: v.string(),
    detail: v.nullish(v.string()),
    clientMessageId: v.nullish(v.string()),
  }),
  v.object({ type: v.literal('authenticated'), expiresAt: v.string() }),
  v.object({ type: v.literal('token-expired') }),
  v.object({ type: v.literal('signed-out') }),
]);

/** What the server pushes. */
export type ServerFrame = v.InferOutput<typeof serverFrame>;

/** What the app says over the socket. */
export type ClientFrame =
  | {
      type: 'send';
      conversationId: string;
      clientMessageId: string;
      text?: string;
      imageId?: string;
      fileId?: string;
      voiceId?: string;
      replyTo?: string;
    }
  | { type: 'read'; conversationId: string; seq: number }
  | { type: 'delivered'; conversationId: string; seq: number }
  | { type: 'typing'; conversationId: string; typing: boolean }
  | { type: 'visible'; visible: boolean }
  | { type: 'authenticate'; accessToken: string };

/** Reads one frame; undefined for one this version of the app does not know, which is no fault: the server may be newer. */
export function readFrame(data: unknown): ServerFrame | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const read = v.safeParse(serverFrame, JSON.parse(data));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
