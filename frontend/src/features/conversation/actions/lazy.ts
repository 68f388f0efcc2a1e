import { lazy } from 'react';

/** Not in the first bundle: one reads before one does anything with a message. */
export const MessageMenu = lazy(async () => ({ default: (await import('./message-menu')).MessageMenu }));
export const DeleteDialog = lazy(async () => ({ default: (await import('./delete-dialog')).DeleteDialog }));
