export interface Part {
  words: string;
  found: boolean;
}

/** Shown before the first thing found. */
const BEFORE = 32;
const LONGEST = 400;

/** Splits a text into what was found and what lies between, beginning a little before the first thing found. */
export function partsOf(text: string, highlights: readonly (readonly number[])[]): Part[] {
  const first = highlights[0]?.[0] ?? 0;
  const begin = beginOf(text, first);
  const end = Math.min(text.length, begin + LONGEST);
  const parts: Part[] = [];
  const add = (from: number, to: number, found: boolean) => {
    if (to > from) parts.push({ words: text.slice(from, to), found });
  };
  if (begin > 0) parts.push({ words: '…', found: false });
  let at = begin;
  for (const [from = 0, to = 0] of highlights) {
    if (from >= end) break;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  return parts;
}

/** At the beginning of a word, where there is one near. */
function beginOf(text: string, first: number): number {
  if (first <= BEFORE) return 0;
  const from = first - BEFORE;
  const space = text.slice(from, first).search(/\s/u);
  if (space >= 0) return from + space + 1;
  // Not within a letter of two code units.
  return /[\udc00-\udfff]/.test(text.charAt(from)) ? from - 1 : from;
}
