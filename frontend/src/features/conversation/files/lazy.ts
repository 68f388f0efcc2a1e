import { lazy } from 'react';

const preview = () => import('./attachment-preview');
const menu = () => import('./attach-menu');

/** Not in the first bundle: one talks before one shows. */
export const AttachmentPreview = lazy(async () => ({ default: (await preview()).AttachmentPreview }));
export const AttachMenu = lazy(async () => ({ default: (await menu()).AttachMenu }));
