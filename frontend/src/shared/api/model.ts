import type { components as ChatComponents, paths as ChatPaths } from './generated/chat';
import type { components as UserComponents, paths as UserPaths } from './generated/user';

/** The words of the domain, as the services spell them; everything else imports them from here. */
export type Paths = UserPaths & ChatPaths;

export type User = UserComponents['schemas']['User'];
export type Me = UserComponents['schemas']['Me'];
export type Challenge = UserComponents['schemas']['Challenge'];
export type SignedIn = UserComponents['schemas']['SignedIn'];

export type Conversation = ChatComponents['schemas']['Conversation'];
export type Member = ChatComponents['schemas']['Member'];
export type Message = ChatComponents['schemas']['Message'];
