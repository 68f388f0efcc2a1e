import { fold, soughtIn, startsAnywhere } from '@/shared/text/fold';

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** Where, in the texts of the messages below an element, stands what is looked for: each word that begins with a word of it. */
export function rangesIn(root: Element, query: string): Range[] {
  const sought = soughtIn(query);
  return [...root.querySelectorAll('[data-message] [data-text]')].flatMap((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const ranges: Range[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(WORDS)) {
        for (const each of sought) {
          const [from, to] = placeIn(word, each) ?? [];
          if (from === undefined || to === undefined) continue;
          const range = document.createRange();
          range.setStart(node, index + from);
          range.setEnd(node, index + to);
          ranges.push(range);
        }
      }
    }
    return ranges;
  });
}

/** What of a word is what is looked for; folded, a part may be longer or shorter than it is written. */
function placeIn(word: string, sought: string): [number, number] | undefined {
  const last = startsAnywhere(sought) ? word.length - 1 : 0;
  for (let from = 0; from <= last; from++) {
    if (!fold(word.slice(from)).startsWith(sought)) continue;
    let to = from + 1;
    while (to < word.length && !fold(word.slice(from, to)).startsWith(sought)) to += 1;
    // With the marks that belong to its last letter.
    while (to < word.length && /\p{M}/u.test(word.charAt(to))) to += 1;
    return [from, to];
  }
  return undefined;
}
