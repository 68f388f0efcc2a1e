import { createContext, use, useSyncExternalStore } from 'react';
import type { Api } from '@/shared/api/api';
import type { ConversationCache } from '@/shared/chat/conversation-cache';
import type { Unsent, UnsentTexts } from '@/shared/chat/unsent';
import type { Typists } from '@/shared/chat/typists';
import type { LiveConnection } from '@/shared/live/live-connection';
import type { Polling } from '@/shared/live/polling';
import type { OwnViews } from '@/shared/own-view/own-views';
import type { Announcer } from '@/shared/ui/announcer';
import type { Toasts } from '@/shared/ui/toasts';

/** What every feature may use while a user is signed in. */
export interface SignedIn {
  ownId: string;
  api: Api;
  live: LiveConnection;
  polling: Polling;
  conversations: ConversationCache;
  ownViews: OwnViews;
  typists: Typists;
  announcer: Announcer;
  toasts: Toasts;
  unsent: UnsentTexts;
  /** A conversation is not the user's any more: it is closed, and nothing of it stays on this device. */
  forgetConversation: (id: string) => void;
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined);

/** The ids of those who are writing in a conversation. */
export function useTypists(conversationId: string): readonly string[] {
  const { typists } = useSignedIn();
  return useSyncExternalStore(typists.subscribe, () => typists.in(conversationId));
}

/** What of ours in a conversation is not sent. */
export function useUnsent(conversationId: string): Unsent {
  const { unsent } = useSignedIn();
  return useSyncExternalStore(unsent.subscribe, () => unsent.of(conversationId));
}

export function useSignedIn(): SignedIn {
  const signedIn = use(SignedInContext);
  if (signedIn === undefined) throw new Error('no user is signed in here');
  return signedIn;
}
