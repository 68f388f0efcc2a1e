import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hostile } from '../../../../test/hostile-texts';
import { linksIn } from './links';

const hrefs = (text: string) => linksIn(text).flatMap(({ href }) => href ?? []);

afterEach(() => vi.restoreAllMocks());

describe('links', () => {
  it.each([
    ['see https://example.org/a?b=c#d now', 'https://example.org/a?b=c#d'],
    ['(https://example.org/a_(b))', 'https://example.org/a_(b)'],
    ['(see https://example.com/a_(b).)', 'https://example.com/a_(b)'],
    ['https://example.org/.', 'https://example.org/'],
    ['“https://example.org/x”, he said', 'https://example.org/x'],
    ['www.example.org!', 'https://www.example.org/'],
    ['HTTPS://EXAMPLE.ORG/Path', 'https://example.org/Path'],
    ['http://localhost:8080/c/1', 'http://localhost:8080/c/1'],
    ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
    ['*https://example.com/x*', 'https://example.com/x'],
    ['<https://example.com/x>', 'https://example.com/x'],
    ['https://example.com/?q=a&b=[1]#t:~:text=x', 'https://example.com/?q=a&b=[1]#t:~:text=x'],
    ['http://http://example.com/', 'http://http//example.com/'],
  ])('in %s', (text, href) => {
    expect(hrefs(text)).toEqual([href]);
  });

  it.each([
    '（',
    '）',
    '「',
    '」',
    '『',
    '』',
    '【',
    '】',
    '〈',
    '〉',
    '《',
    '》',
    '，',
    '。',
    '、',
    '；',
    '：',
    '！',
    '？',
    '।',
    '॥',
    '،',
    '؛',
    '؟',
    '۔',
    '՝',
    '։',
    '။',
    '።',
    '፣',
    '។',
    '…',
    '”',
    '»',
  ])('end before %s, with a path and without', (mark) => {
    expect(hrefs(`https://example.com${mark} https://example.com/a${mark}b`)).toEqual([
      'https://example.com/',
      'https://example.com/a',
    ]);
  });

  it.each([
    ['http://jira/browse/OPS-12', 'http://jira/browse/OPS-12'],
    ['https://nas:5001/', 'https://nas:5001/'],
    ['https://nas:5001, please', 'https://nas:5001/'],
    ['http://[::1]:8080/x', 'http://[::1]:8080/x'],
    ['[http://[2001:db8::1]]', 'http://[2001:db8::1]/'],
    ['http://192.168.1.20:8123/lovelace', 'http://192.168.1.20:8123/lovelace'],
  ])('lead to hosts in the house, too: %s', (text, href) => {
    expect(hrefs(text)).toEqual([href]);
  });

  it.each([
    ['https://example.com/\u202Egpj.exe', 'https://example.com/'],
    ['https://example.com/a\u200Bb', 'https://example.com/a'],
    ['https://example.com/\u2066x\u2069', 'https://example.com/'],
  ])('end before what turns the line round, or is unseen', (text, href) => {
    expect(hrefs(text)).toEqual([href]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,hi',
    'https://bank.example@evil.example/',
    'https://',
    'http://./',
    'http://a,b/',
    'http://nas:port/',
    'ada@www.example.org',
    'ftp://example.org',
    'v1.2.3 and example.com',
    'nothing here',
  ])('are not seen in %s', (text) => {
    expect(hrefs(text)).toEqual([]);
  });

  it.each([
    ['https://аррӏе.com/login', 'xn--80ak6aa92e.com'],
    ['https://gооgle.example:8443/', 'xn--ggle-55da.example'],
    ['https://%D0%B0pple.example/', 'xn--pple-43d.example'],
  ])('say which host %s really is', (text, host) => {
    expect(linksIn(text)).toMatchObject([{ host }]);
  });

  it.each([
    'https://münchen.example/',
    'https://почта.example/',
    'https://東京タワー.example/',
    'https://डाक.example/',
  ])('take %s for what it looks like', (text) => {
    expect(linksIn(text)[0]?.host).toBeUndefined();
  });

  it('leave every text as it was, and lead to the web only', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...hostile),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.constantFrom('http://', 'www.', '[', ')', '@', ':', '，'),
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), fc.constantFrom('', ' '), (pieces, gap) => {
        const text = pieces.join(gap);
        const parts = linksIn(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        hrefs(text).forEach((href) => {
          expect(href).toMatch(/^https?:\/\//);
        });
      }),
    );
  });

  it.each([
    'http://',
    'http://a',
    'http://a@',
    'http://a(',
    'http://a/(',
    'http://a:x/',
    'www.',
    'www.a@',
    ').',
    'http://xn--/',
  ])('are found in no more steps for each sign of "%s…", however long', (unit) => {
    // A name is read again for every beginning inside of it, up to its longest; what follows it is read once.
    const stepsFor = (length: number) => {
      const text = `http://a.example/${unit.repeat(length / unit.length)}`;
      const read = vi.spyOn(String.prototype, 'codePointAt');
      const cut = vi.spyOn(String.prototype, 'slice');
      linksIn(text);
      linksIn(unit.repeat(length / unit.length));
      const steps =
        read.mock.calls.length + cut.mock.results.reduce((sum, { value }) => sum + String(value).length, 0);
      vi.restoreAllMocks();
      return steps;
    };
    const [short, long] = [stepsFor(4_000), stepsFor(16_000)];

    expect(long / short).toBeLessThan(4.5);
  });
});
