import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const dist = new URL('../dist/', import.meta.url);

/** Serves the built app as its servers do, compressed by the build and cached for ever, without a session. */
export async function serveBuilt() {
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://localhost').pathname, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return { url: `http://localhost:${address.port}`, close: () => server.close() };
}

/**
 * @param {string} path
 * @param {import('node:http').ServerResponse} response
 */
async function answer(path, response) {
  if (path.startsWith('/api/')) {
    response.writeHead(401, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ status: 401, code: 'unauthenticated' }));
    return;
  }
  const wanted = new URL(`.${path}`, dist);
  const there = wanted.href.startsWith(dist.href) && (await isFile(wanted));
  const file = there ? wanted : new URL('index.html', dist);
  const copy = new URL(`${file.href}.gz`);
  const compressed = await isFile(copy);
  response.writeHead(200, {
    'content-type': TYPES[extname(file.pathname)] ?? 'application/octet-stream',
    ...(compressed && { 'content-encoding': 'gzip' }),
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  createReadStream(compressed ? copy : file).pipe(response);
}

/** @param {URL} file */
async function isFile(file) {
  return (await stat(file).catch(() => undefined))?.isFile() === true;
}
