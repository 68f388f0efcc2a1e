import { mentionsIn } from '@/shared/chat/mentions';
import type { TextPart } from '../message/links';
import { linksIn } from '../message/links';

// A tokenizer of its own: Markdown libraries read *a* as emphasis and make headings, images and HTML of what people type.

export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'mention'; userId: string }
  | ({ kind: 'link' } & TextPart)
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] };

interface Mark {
  kind: 'mark';
  sign: string;
  opens: boolean;
  closes: boolean;
}

type Token = Inline | Mark;

const EMPHASIS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const CODE = /(`{1,3})([^`\n]+)\1(?!`)/g;
const MARKS = /[*_~\n]/g;

/** What a piece of text holds: code, addresses, mentions, and emphasis around them. What does not fit is text. */
export function inlinesIn(text: string): Inline[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of text.matchAll(CODE)) {
    tokenize(text, from, match.index, tokens);
    tokens.push({ kind: 'code', text: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  tokenize(text, from, text.length, tokens);
  return paired(tokens);
}

/** Neither in addresses nor in mentions is anything emphasised. */
function tokenize(text: string, from: number, to: number, tokens: Token[]) {
  let at = from;
  for (const link of linksIn(text.slice(from, to))) {
    if (link.href !== undefined) {
      tokens.push({ kind: 'link', ...link });
      at += link.text.length;
      continue;
    }
    for (const part of mentionsIn(link.text)) {
      if (part.userId !== undefined) tokens.push({ kind: 'mention', userId: part.userId });
      else markUp(text, at, at + part.text.length, tokens);
      at += part.text.length;
    }
  }
}

function markUp(text: string, from: number, to: number, tokens: Token[]) {
  const push = (until: number) => {
    if (until > before) tokens.push({ kind: 'text', text: text.slice(before, until) });
  };
  let before = from;
  MARKS.lastIndex = from;
  for (let match = MARKS.exec(text); match !== null && match.index < to; match = MARKS.exec(text)) {
    const at = match.index;
    push(at);
    tokens.push(markAt(text, at));
    before = at + 1;
  }
  push(to);
}

/** A single sign emphasises what it touches, and not within a word: neither 2*3*4 nor __init__ nor snake_case mean it. */
function markAt(text: string, at: number): Mark {
  const [before, sign, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)];
  const single = before !== sign && after !== sign;
  return {
    kind: 'mark',
    sign,
    opens: single && !isWord(before) && !isSpace(after),
    closes: single && !isSpace(before) && !isWord(after),
  };
}

/** Pairs each closing mark with the last one open of its kind on its line. */
function paired(tokens: readonly Token[]): Inline[] {
  const stack: { sign: string; children: Inline[] }[] = [{ sign: '', children: [] }];
  const top = () => stack.at(-1)?.children ?? [];
  /** What was open up to there is open no more: its signs are text. */
  const unwind = (depth: number) => {
    while (stack.length > depth) {
      const open = stack.pop();
      if (open !== undefined) top().push({ kind: 'text', text: open.sign }, ...open.children);
    }
  };
  for (const token of tokens) {
    if (token.kind !== 'mark') {
      top().push(token);
      continue;
    }
    const { sign } = token;
    if (sign === '\n') unwind(1);
    const opened = token.closes ? stack.findLastIndex((each) => each.sign === sign) : -1;
    if (opened > 0 && (stack.length > opened + 1 || (stack[opened]?.children.length ?? 0) > 0)) {
      unwind(opened + 1);
      const children = stack.pop()?.children ?? [];
      top().push({ kind: EMPHASIS[sign as keyof typeof EMPHASIS], children });
    } else if (token.opens && sign !== '\n' && stack.length <= MOST_OPEN) stack.push({ sign, children: [] });
    else top().push({ kind: 'text', text: sign });
  }
  unwind(1);
  return joined(top());
}

/** Deeper nesting of emphasis is taken as text. */
const MOST_OPEN = 8;

function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const each of inlines) {
    const last = result.at(-1);
    if (each.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { ...last, text: last.text + each.text };
    else result.push('children' in each ? { ...each, children: joined(each.children) } : each);
  }
  return result;
}

function isWord(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

function isSpace(sign: string): boolean {
  return sign === '' || /\s/u.test(sign);
}
