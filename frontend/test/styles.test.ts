import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** TypeScript does not know what a style sheet holds, so this does: no class is used that is not there, none is there unused. */

const src = join(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(src, file), 'utf8');

const used = new Map<string, Set<string>>();
for (const file of files.filter((name) => name.endsWith('.tsx'))) {
  const code = read(file);
  for (const [, name, path] of code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
    if (name === undefined || path === undefined) continue;
    const sheet = path.startsWith('@/') ? path.slice(2) : join(dirname(file), path);
    const classes = used.get(sheet) ?? new Set();
    for (const [, key] of code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) if (key) classes.add(key);
    used.set(sheet, classes);
  }
}

/** Values without what functions are given. */
function outermost(values: string): string {
  const bare = values.replace(/\([^()]*\)/g, '');
  return bare === values ? values : outermost(bare);
}

/** Named by a variable: the looks of a button, the colours of a face. */
const computed = /^(face\d|primary|quiet|outlined)$/;

describe.each(files.filter((name) => name.endsWith('.module.css')))('%s', (sheet) => {
  const css = read(sheet).replace(/\/\*.*?\*\//gs, '');
  const defined = new Set([...css.matchAll(/\.([a-zA-Z]\w*)/g)].map(([, name]) => name ?? ''));

  it('has every class that is used, and no other', () => {
    const wanted = [...(used.get(sheet) ?? [])].sort();
    expect([...defined].filter((name) => !computed.test(name)).sort()).toEqual(wanted);
  });

  it('knows where a line begins and ends, not what is left and right', () => {
    const sided =
      /(?:[-\s]|^)(?:left|right)\s*:|-(?:left|right)(?:-radius|-width|-color)?\s*:|:\s*(?:left|right)\s*;/gm;
    // Four values that differ from side to side.
    const four = [...css.matchAll(/(?:margin|padding|inset):([^;]+);/g)]
      .map(([, values = '']) => outermost(values).trim().split(/\s+/))
      .filter((values) => values.length === 4 && values[1] !== values[3]);
    expect([...(css.match(sided) ?? []), ...four]).toEqual([]);
  });

  it('takes nothing from elsewhere', () => {
    expect(css).not.toMatch(/@import|url\(/);
  });
});
