import { lazy } from 'react';

const viewer = () => import('./image-viewer');
const details = () => import('../details/details-dialog');

/** Not in the first bundle: one talks before one shows. */
export const ImageViewer = lazy(async () => ({ default: (await viewer()).ImageViewer }));
export const DetailsDialog = lazy(async () => ({ default: (await details()).DetailsDialog }));
