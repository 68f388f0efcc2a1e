import '@/shared/styles/fonts.css';
import '@/shared/styles/global.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './app';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const { element } = createApp();
// In small pieces, between which a slow device does what else it has to.
startTransition(() => {
  createRoot(root).render(element);
});

// Only what was built has one; the first start is not to wait for it.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  });
}
