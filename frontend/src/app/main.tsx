import '@/shared/styles/global.css';
import { createRoot } from 'react-dom/client';
import { createApp } from './app';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(createApp().element);
