/** Fails when what the first page loads before anything shows has grown beyond its budget. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 150;
const dist = new URL('../dist/', import.meta.url);
const page = await readFile(new URL('index.html', dist), 'utf8');
// Vite lists the entry and, as preloads, whatever it imports statically.
const scripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
if (scripts.length === 0) throw new Error('dist/index.html loads no script: has it been built?');

let total = 0;
for (const script of scripts) {
  total += gzipSync(await readFile(new URL(script, dist)), { level: 9 }).length / 1000;
}
console.log(`entry bundle: ${total.toFixed(1)} kB gzipped of ${BUDGET_KB} kB (${scripts.join(', ')})`);
process.exit(total > BUDGET_KB ? 1 : 0);
