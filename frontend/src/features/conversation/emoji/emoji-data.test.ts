import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from 'virtual:emoji/en';
import hindi from 'virtual:emoji/hi';
import { QUICK } from '../reactions/quick';

/** What the chat service takes as a reaction. */
const accepted = new Set(
  readFileSync(
    new URL('../../../../../services/chat/src/main/resources/emoji/fully-qualified.txt', import.meta.url),
    'utf8',
  )
    .trim()
    .split('\n'),
);

describe.each([
  ['en', english],
  ['hi', hindi],
])('the emoji in %s', (_, { emojis }) => {
  it('are all taken by the server, in every skin tone', () => {
    const all = [...QUICK, ...emojis.flatMap(({ emoji, skins }) => [emoji, ...Object.values(skins ?? {})])];

    expect(all.filter((emoji) => !accepted.has(emoji))).toEqual([]);
    expect(new Set(emojis.map(({ emoji }) => emoji)).size).toBeGreaterThan(1_800);
  });
});

it('are found in Hindi by Hindi and by English words', () => {
  const kite = hindi.emojis.find(({ emoji }) => emoji === '🪁');

  expect(kite?.label).toBe('पतंग');
  expect(kite?.tags).toContain('kite');
});
