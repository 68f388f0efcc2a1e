import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksIn } from './blocks';
import type { Inline } from './inlines';
import { inlinesIn } from './inlines';

/** Written as tags, so that one can read it. */
function shown(inlines: readonly Inline[]): string {
  return inlines
    .map((each) => {
      if ('children' in each) return `<${each.kind}>${shown(each.children)}</${each.kind}>`;
      if (each.kind === 'mention') return `<mention ${each.userId}>`;
      return each.kind === 'text' ? each.text : `<${each.kind}>${each.text}</${each.kind}>`;
    })
    .join('');
}

describe('emphasis', () => {
  it.each([
    ['*bold* and _italic_, ~gone~', '<bold>bold</bold> and <italic>italic</italic>, <strike>gone</strike>'],
    ['*bold _and italic_*', '<bold>bold <italic>and italic</italic></bold>'],
    ['**not bold** and __init__', '**not bold** and __init__'],
    ['(*bold*)!', '(<bold>bold</bold>)!'],
    ['*मोटा* और _तिरछा_', '<bold>मोटा</bold> और <italic>तिरछा</italic>'],
    ['*عريض*', '<bold>عريض</bold>'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['* not bold *', '* not bold *'],
    ['*not\nbold*', '*not\nbold*'],
    ['*one _two* three_', '<bold>one _two</bold> three_'],
    ['** __ ~~', '** __ ~~'],
    ['*see https://example.org/a_b_c*', '<bold>see <link>https://example.org/a_b_c</link></bold>'],
    ['`*code*` and ``two``', '<code>*code*</code> and <code>two</code>'],
    ['`no\ncode`', '`no\ncode`'],
    ['*@[u-1]* a@[u-2]', '<bold><mention u-1></bold> a<mention u-2>'],
    ['<b>*x*</b>', '<b><bold>x</bold></b>'],
  ])('of %j', (text, expected) => {
    expect(shown(inlinesIn(text))).toBe(expected);
  });

  it('is worked out in a time that grows with the text, whatever it holds', () => {
    const parts = ['*', '_', '~', '`', '```', ' ', 'a', '\n', '> ', '- ', '@[u]', 'https://x.y/'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 2_000 }), (some) => {
        const began = performance.now();
        blocksIn(some.join(''));
        expect(performance.now() - began).toBeLessThan(1_000);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the lines of a text', () => {
  it('stand by themselves where they are code, quotes or lists', () => {
    const text =
      'Look:\n```js\nconst *a* = 1;\n\nb();\n```\n> he said\n> _so_\n- one\n- *two*\n3. three\n4. four\nend';

    expect(
      blocksIn(text).map((block) => ('inlines' in block ? [block.kind, shown(block.inlines)] : block)),
    ).toEqual([
      ['text', 'Look:'],
      { kind: 'code', text: 'const *a* = 1;\n\nb();' },
      ['quote', 'he said\n<italic>so</italic>'],
      { kind: 'list', start: undefined, items: [inlinesIn('one'), inlinesIn('*two*')] },
      { kind: 'list', start: 3, items: [inlinesIn('three'), inlinesIn('four')] },
      ['text', 'end'],
    ]);
  });

  it.each(['```\nnever closed', '-no list', '1984 was', '2.5 kg', '>', 'a > b', '-', '- '])(
    'are text where they are not: %j',
    (text) => {
      expect(blocksIn(text).filter(({ kind }) => kind !== 'text' && kind !== 'quote')).toEqual([]);
    },
  );
});
