import { lazy } from 'react';

/** What one does with a conversation now and then: none of it is loaded before. */
export const FindBar = lazy(async () => ({ default: (await import('./find/find-bar')).FindBar }));
export const HeadMenu = lazy(async () => ({ default: (await import('./head/head-menu')).HeadMenu }));
export const EmojiPopover = lazy(async () => ({
  default: (await import('./emoji/emoji-popover')).EmojiPopover,
}));
export const ReactorsDialog = lazy(async () => ({
  default: (await import('./reactions/reactors-dialog')).ReactorsDialog,
}));
export const SelectionBar = lazy(async () => ({
  default: (await import('./selection/selection-bar')).SelectionBar,
}));
export const ForwardDialog = lazy(async () => ({
  default: (await import('./forward/forward-dialog')).ForwardDialog,
}));
export const ReceiptsDialog = lazy(async () => ({
  default: (await import('./receipts/receipts-dialog')).ReceiptsDialog,
}));
