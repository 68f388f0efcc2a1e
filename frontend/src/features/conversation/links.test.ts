import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostile } from '../../../test/hostile-texts';
import { linksIn } from './links';

const hrefs = (text: string) => linksIn(text).flatMap(({ href }) => href ?? []);

describe('links', () => {
  it.each([
    ['see https://example.org/a?b=c#d now', 'https://example.org/a?b=c#d'],
    ['(https://example.org/a_(b))', 'https://example.org/a_(b)'],
    ['https://example.org/.', 'https://example.org/'],
    ['“https://example.org/x”, he said', 'https://example.org/x'],
    ['www.example.org!', 'https://www.example.org/'],
    ['HTTPS://EXAMPLE.ORG/Path', 'https://example.org/Path'],
    ['http://localhost:8080/c/1', 'http://localhost:8080/c/1'],
    ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
  ])('in %s', (text, href) => {
    expect(hrefs(text)).toEqual([href]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,hi',
    'https://bank.example@evil.example/',
    'https://',
    'http://x',
    'ada@www.example.org',
    'ftp://example.org',
    'nothing here',
  ])('are not seen in %s', (text) => {
    expect(hrefs(text)).toEqual([]);
  });

  it('leave every text as it was, and lead to the web only', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...hostile),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), (pieces) => {
        const text = pieces.join(' ');
        const parts = linksIn(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        hrefs(text).forEach((href) => {
          expect(href).toMatch(/^https?:\/\//);
        });
      }),
    );
  });
});
