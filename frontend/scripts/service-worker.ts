import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Adds the service worker to the build: src/service-worker/worker.js, with the list of the files of the shell. Its own text
 * changes with every one of them, which is what makes a browser fetch the new ones.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'natter:service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const template = await readFile(new URL('../src/service-worker/worker.js', import.meta.url), 'utf8');
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .map((name) => `/${name}`)
        .sort();
      const shell = ['/index.html', '/icon.svg', '/manifest.webmanifest', ...files];
      const version = createHash('sha256').update(template).update(shell.join()).digest('hex').slice(0, 12);
      const source = template
        .replace("'__VERSION__'", JSON.stringify(version))
        .replace('[/* __SHELL__ */]', JSON.stringify(shell));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  };
}
