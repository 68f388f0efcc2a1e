import type { AttachmentPaths } from './attachment-paths';
import type { components as ChatComponents, paths as ChatPaths } from './generated/chat';
import type { components as UserComponents, paths as UserPaths } from './generated/user';

/** The words of the domain, as the services spell them; everything else imports them from here. */
export type Paths = UserPaths & ChatPaths & AttachmentPaths;

/**
 * An answer as it comes: the services leave no property out (null says that there is nothing), which OpenAPI documents
 * made from records do not always say.
 */
export type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [Name in keyof T]-?: Whole<T[Name]> }
    : T;

type UserSchemas = UserComponents['schemas'];
type ChatSchemas = ChatComponents['schemas'];

export type User = Whole<UserSchemas['User']>;
export type Me = Whole<UserSchemas['Me']>;
export type Challenge = Whole<UserSchemas['Challenge']>;
export type SignedIn = Whole<UserSchemas['SignedIn']>;

export type Conversation = Whole<ChatSchemas['Conversation']>;
export type Mine = Conversation['mine'];
export type Member = Whole<ChatSchemas['Member']>;
export type Message = Whole<ChatSchemas['Message']>;
export type StoredFile = NonNullable<Message['file']>;
export type Voice = NonNullable<Message['voice']>;
export type Quote = Whole<ChatSchemas['Quote']>;
export type Entry = Whole<ChatSchemas['Entry']>;
export type SearchHit = Whole<ChatSchemas['SearchHit']>;
export type Invite = Whole<ChatSchemas['Invite']>;
export type CreatedInvite = Whole<ChatSchemas['CreatedInvite']>;
export type InvitePreview = Whole<ChatSchemas['InvitePreview']>;
