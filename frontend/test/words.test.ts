import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Words that sources and texts do not use, each with what is said instead. */
const banned: [RegExp, string][] = [
  [/whoever|somebody|\bsomeone who\b/i, 'name the subject: the user, the member, the page'],
  [/\b(world|patiently)\b/i, 'scope, retrying'],
  [
    /\b(told|nobody|anybody|patience)\b|[a-z](Told|Nobody|Patience)(?![a-z])|PATIENCE/,
    'sent, reported, timeout',
  ],
];

function broken(text: string): string[] {
  return banned.filter(([word]) => word.test(text)).map(([, instead]) => instead);
}

function sources(): string[] {
  return ['src', 'scripts', 'test', 'e2e'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && !/generated|words\.test/.test(file))
      .map((file) => join(folder, file)),
  );
}

describe('the words', () => {
  it('name their subject, in comments, names and texts', () => {
    const found = sources().flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line) => broken(line).map((instead) => `${file}: ${line.trim()} (${instead})`)),
    );
    expect(found).toEqual([]);
  });

  it('are found where they stand', () => {
    expect(broken('/** Whoever asks. */')).toHaveLength(1);
    expect(broken('const findSomebody = 1;')).toHaveLength(1);
    expect(broken('const isTold = 1;')).toHaveLength(1);
    expect(broken('const nobleCause = 1;')).toEqual([]);
  });
});
