import { lazy } from 'react';

const preview = () => import('./image-preview');
const viewer = () => import('./image-viewer');
const details = () => import('../details/details-dialog');

/** Not in the first bundle: one talks before one shows. */
export const ImagePreview = lazy(async () => ({ default: (await preview()).ImagePreview }));
export const ImageViewer = lazy(async () => ({ default: (await viewer()).ImageViewer }));
export const DetailsDialog = lazy(async () => ({ default: (await details()).DetailsDialog }));
