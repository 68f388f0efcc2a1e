import { lazy } from 'react';
import { owner } from '@/shared/local/owner';

/** What only signed-in users need. */
export const signedInChunk = async () => (await import('./signed-in-chunk')).signedInChunk;

const newConversation = () => import('@/features/new-conversation/new-conversation-dialog');
const profile = () => import('@/features/profile/profile-dialog');
const invite = () => import('@/shared/invites/invite-dialog');
const keys = () => import('./keys-dialog');
const conversation = () => import('@/features/conversation/conversation-pane');

export const Chats = lazy(async () => ({ default: (await signedInChunk()).Chats }));

/** The list is there before what one opens from it. */
export const NewConversationDialog = lazy(async () => ({
  default: (await newConversation()).NewConversationDialog,
}));
export const ProfileDialog = lazy(async () => ({ default: (await profile()).ProfileDialog }));
export const InviteDialog = lazy(async () => ({ default: (await invite()).InviteDialog }));
export const KeysDialog = lazy(async () => ({ default: (await keys()).KeysDialog }));
export const ConversationPane = lazy(async () => ({ default: (await conversation()).ConversationPane }));

// Who was here before need not wait until it is known that they are signed in; nor who comes by a link for one part
// after the other.
if (owner.recall() !== undefined) void Promise.allSettled([signedInChunk()]);
if (location.pathname.startsWith('/c/')) void Promise.allSettled([conversation()]);

/** Fetches, during the sign-in, what is shown after it. */
export function preloadSignedIn() {
  const timer = setTimeout(() => {
    void Promise.allSettled([signedInChunk(), conversation()]);
  }, 2_000);
  return () => {
    clearTimeout(timer);
  };
}

/** Fetches them once there is nothing better to do, so that they open at once, also when the network is gone by then. */
export function preloadDialogs() {
  void Promise.allSettled([conversation()]);
  const timer = setTimeout(() => {
    void Promise.allSettled([newConversation(), profile(), invite()]);
  }, 2_000);
  return () => {
    clearTimeout(timer);
  };
}
