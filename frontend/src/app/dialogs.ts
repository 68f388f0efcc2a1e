import { lazy } from 'react';

const newConversation = () => import('@/features/new-conversation/new-conversation-dialog');
const profile = () => import('@/features/profile/profile-dialog');

/** Dialogs are not in the first bundle: one reads before one opens them. */
export const NewConversationDialog = lazy(async () => ({
  default: (await newConversation()).NewConversationDialog,
}));
export const ProfileDialog = lazy(async () => ({ default: (await profile()).ProfileDialog }));

/** Fetches them once there is nothing better to do, so that they open at once, also when the network is gone by then. */
export function preloadDialogs() {
  const load = () => {
    void Promise.allSettled([newConversation(), profile()]);
  };
  const timer = setTimeout(load, 2_000);
  return () => {
    clearTimeout(timer);
  };
}
