import { describe, expect, it } from 'vitest';
import { codePoints, sendable } from './sendable-text';

describe('a text to send', () => {
  it.each([
    ['    def f():\n        pass  \n\n', '    def f():\n        pass'],
    ['\n \r\n\tfirst\n\nlast \t', '\tfirst\n\nlast'],
    ['Soup?', 'Soup?'],
    ['\u200f\u202eש', '\u200f\u202eש'],
  ])('%j keeps the indentation of its first line: %j', (written, sent) => {
    expect(sendable(written)).toBe(sent);
  });

  it.each([
    '',
    ' \n\t ',
    '\u2800',
    '\u200b',
    '\u3164',
    '\u00a0',
    '\ufeff',
    '\u200d\ufe0f',
    '\u00ad',
    '\u202e',
    '\u{e0020}',
    '\u0000',
    '\u0085',
    '\ud83d',
  ])('%j is none: nothing in it is to be seen', (written) => {
    expect(sendable(written)).toBe('');
  });

  it('counts as the service does', () => {
    expect([
      codePoints(''),
      codePoints('😀'.repeat(4_000)),
      codePoints('नमस्ते'),
      codePoints('\ud83d'),
    ]).toEqual([0, 4_000, 6, 1]);
  });
});
