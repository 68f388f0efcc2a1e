import { lazy } from 'react';

const newConversation = () => import('@/features/new-conversation/new-conversation-dialog');
const profile = () => import('@/features/profile/profile-dialog');
const conversation = () => import('@/features/conversation/conversation-pane');

/** What is not in the first bundle: the list is there before what one opens from it. */
export const NewConversationDialog = lazy(async () => ({
  default: (await newConversation()).NewConversationDialog,
}));
export const ProfileDialog = lazy(async () => ({ default: (await profile()).ProfileDialog }));
export const ConversationPane = lazy(async () => ({ default: (await conversation()).ConversationPane }));

// Who comes by a link waits for both at once.
if (location.pathname.startsWith('/c/')) void Promise.allSettled([conversation()]);

/** Fetches them once there is nothing better to do, so that they open at once, also when the network is gone by then. */
export function preloadLaterParts() {
  void Promise.allSettled([conversation()]);
  const timer = setTimeout(() => {
    void Promise.allSettled([newConversation(), profile()]);
  }, 2_000);
  return () => {
    clearTimeout(timer);
  };
}
