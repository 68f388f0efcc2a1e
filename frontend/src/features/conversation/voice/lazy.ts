import { lazy } from 'react';

const bar = () => import('./recording-bar');
const dialog = () => import('./microphone-dialog');

/** Not with the conversation: most is said in writing. */
export const RecordingBar = lazy(async () => ({ default: (await bar()).RecordingBar }));
export const MicrophoneDialog = lazy(async () => ({ default: (await dialog()).MicrophoneDialog }));
