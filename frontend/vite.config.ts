import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { emojiData } from './scripts/emoji-data';
import { precompressed } from './scripts/precompressed';
import { serviceWorker } from './scripts/service-worker';

/**
 * What the built app never needs, said in the page itself, so that it holds with every server of the files. The server's own
 * header narrows further: it alone knows where images and the API live.
 */
const policy = [
  "script-src 'self'",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

function contentSecurityPolicy(): Plugin {
  return {
    name: 'natter:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}

// A running stack (deploy/up) that `npm run dev` borrows its API, socket and sessions from.
const stack = process.env['NATTER_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), emojiData(), contentSecurityPolicy(), serviceWorker(), precompressed()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    sourcemap: false,
    // Everything is a file of its own: the policy above allows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      // The services accept the stack's own origin only, so the proxy speaks in its name.
      '/api': { target: stack, ws: true, changeOrigin: true, headers: { origin: new URL(stack).origin } },
      '/.well-known': { target: stack, changeOrigin: true },
    },
  },
  test: {
    // Far above what any needs: machines that build other things meanwhile are slow.
    testTimeout: 90_000,
    // Vitest leaves one processor free, which on two would mean one test at a time.
    maxWorkers: '100%',
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          environment: 'node',
          setupFiles: ['./test/setup.ts'],
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          setupFiles: ['./test/setup.ts', './test/setup-page.ts'],
          include: ['src/**/*.test.tsx'],
        },
      },
    ],
  },
});
