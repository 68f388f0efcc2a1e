import type { Inline } from './inlines';
import { inlinesIn } from './inlines';

export type Block =
  | { kind: 'text' | 'quote'; inlines: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; items: Inline[][]; start: number | undefined };

const FENCE = '```';
const QUOTE = /^>\s?/;
const BULLET = /^[-*•]\s+(?=\S)/;
const NUMBER = /^(\d{1,3})[.)]\s+(?=\S)/;

/** A text by its lines: fenced code, quotes and lists stand by themselves, all else is text as it was typed. */
export function blocksIn(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: 'text', inlines: inlinesIn(plain.join('\n')) });
    plain = [];
  };
  const closing = lines.findLastIndex((line) => line.trimEnd() === FENCE);
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const end = line.startsWith(FENCE) && at < closing ? lines.indexOf(FENCE, at + 1) : -1;
    if (end > at && /^```[\w+#.-]*\s*$/.test(line)) {
      flush();
      blocks.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n') });
      at = end + 1;
      continue;
    }
    const sign = [QUOTE, BULLET, NUMBER].find((each) => each.test(line));
    if (sign === undefined) {
      plain.push(line);
      at += 1;
      continue;
    }
    flush();
    const from = at;
    while (at < lines.length && sign.test(lines[at] ?? '')) at += 1;
    const within = lines.slice(from, at).map((each) => each.replace(sign, ''));
    if (sign === QUOTE) blocks.push({ kind: 'quote', inlines: inlinesIn(within.join('\n')) });
    else {
      const start = sign === NUMBER ? Number(NUMBER.exec(line)?.[1]) : undefined;
      blocks.push({ kind: 'list', items: within.map(inlinesIn), start });
    }
  }
  flush();
  return blocks;
}
