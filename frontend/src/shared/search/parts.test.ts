import { describe, expect, it } from 'vitest';
import { partsOf } from './parts';

const shown = (text: string, highlights: number[][]) =>
  partsOf(text, highlights)
    .map(({ words, found }) => (found ? `[${words}]` : words))
    .join('');

describe('a found text', () => {
  it.each([
    ['Kites, tomorrow?', [[0, 4]], '[Kite]s, tomorrow?'],
    [
      'a kite and a key',
      [
        [2, 6],
        [13, 16],
      ],
      'a [kite] and a [key]',
    ],
    ['🦊 kite', [[3, 7]], '🦊 [kite]'],
    ['nothing marked', [], 'nothing marked'],
  ])('%s', (text, highlights, expected) => {
    expect(shown(text, highlights)).toBe(expected);
  });

  it('begins at a word a little before what was found', () => {
    const text = `${'one two three '.repeat(10)}kite`;

    expect(shown(text, [[140, 144]])).toBe('…one two three one two three [kite]');
  });

  it('is not cut within a letter', () => {
    const text = `${'🦊'.repeat(40)}kite`;

    expect(shown(text, [[80, 84]])).toBe(`…${'🦊'.repeat(16)}[kite]`);
    expect(shown(`a${text}`, [[81, 85]])).toBe(`…${'🦊'.repeat(16)}[kite]`);
  });
});
