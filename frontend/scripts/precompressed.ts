import { readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXTS = ['.html', '.css', '.js', '.svg', '.webmanifest'];
/** Below this the headers that go along weigh more than what is saved. */
const LEAST_BYTES = 512;

/**
 * Puts a gzipped copy beside every text file of the build. Servers hand these out as they are and compress nothing
 * themselves: an answer of the API, with secrets and people's words in it, can never be compressed by mistake.
 */
export function precompressed(): Plugin {
  let dist = '';
  return {
    name: 'natter:precompressed',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      dist = join(config.root, config.build.outDir);
    },
    async closeBundle(error) {
      if (error !== undefined) return;
      const files = await readdir(dist, { recursive: true });
      await Promise.all(
        files.filter((name) => TEXTS.includes(extname(name))).map((name) => compress(join(dist, name))),
      );
    },
  };
}

async function compress(file: string) {
  const plain = await readFile(file);
  if (plain.length < LEAST_BYTES) return;
  await writeFile(`${file}.gz`, await promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }));
}
