import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '@/shared/i18n/english';
import { hindi } from '@/shared/i18n/hindi';

/** TypeScript holds the languages to the same words; this, to no words that nothing says. */

const src = join(import.meta.dirname, '../src');
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/i18n\/(?:english|hindi)\.ts$|\.test\.|generated/.test(file))
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');

/** Picked by what a thing is in: the state of a message, a scheme, why a picture cannot be sent. */
const COMPUTED = [
  'conversation.sending',
  'conversation.sent',
  'conversation.delivered',
  'conversation.seen',
  'conversation.waiting',
  'preferences.schemes',
  'preferences.languages',
  'images.unusable',
];

function paths(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const path = before === '' ? name : `${before}.${name}`;
    return typeof value === 'object' && value !== null && !COMPUTED.includes(path)
      ? paths(value as object, path)
      : [path];
  });
}

describe('the words', () => {
  it('are all said somewhere', () => {
    const unused = paths(english).filter((path) => {
      const name = path.split('.').at(-1) ?? '';
      return !COMPUTED.includes(path) && !new RegExp(`(?:\\.|[{,]\\s*)${name}\\b`).test(code);
    });
    expect(unused).toEqual([]);
  });

  it.each([
    ['en', english],
    ['hi', hindi],
  ])('of %s have a form for every number', (_, texts) => {
    for (const count of [0, 1, 2, 5, 21]) {
      expect(texts.conversations.unread(count)).toContain(String(count));
      expect(texts.conversation.newBelow(count)).toContain(String(count));
    }
  });
});
