/** Accents, and the vowel signs of Arabic and Hebrew, which are written or not. What makes another letter, as in Hindi, stays. */
const OPTIONAL_MARKS =
  // eslint-disable-next-line no-misleading-character-class -- the marks themselves are meant
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
/** Letters that are no other letter with something on it, and yet are looked for as one. */
const WHOLE: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ی: 'ي',
  ک: 'ك',
  '\u0640': '',
};
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** A text as search sees it, the same on every machine: without case, width, accents and what is not to be seen. */
export function fold(text: string): string {
  // Most are; what is below takes ten times as long.
  if (/^[ -~]*$/u.test(text)) return text.toLowerCase();
  // Upper before lower: ß, final sigma and the dotless i become what they are elsewhere.
  return text
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(OPTIONAL_MARKS, '')
    .replace(/[łøđðþæœħŧŋٱىةیک\u0640]/gu, (letter) => WHOLE[letter] ?? letter);
}

const BETWEEN = /[\s\p{P}\p{S}]+/u;
const APOSTROPHES = /['’‘ʼʻ`´＇]/gu;

/** The words of a text that begin with what is looked for. One with an apostrophe is found in one piece and in its parts. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\s+/u)
    .flatMap((word) => {
      const joined = word.replace(APOSTROPHES, '');
      return [...pieces(joined), ...(joined === word ? [] : pieces(word))];
    });
}

/** What is looked for, word by word. */
export function soughtIn(text: string): string[] {
  return pieces(fold(text).replace(APOSTROPHES, ''));
}

function pieces(text: string): string[] {
  const words = text.split(BETWEEN).filter(Boolean);
  // A sign alone is looked for as itself: a fox, a heart.
  return words.length > 0 ? words : text.split(/[\s\p{P}]+/u).filter(Boolean);
}

/**
 * Scripts that put no spaces between words, or between the parts of a name: anything within is the beginning of one. Korean
 * syllables are taken apart by then, and begin with the first consonant.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u1100-\u115f\ua960-\ua97f]/u;

/** Whether what is sought may stand anywhere within a word. */
export function startsAnywhere(sought: string): boolean {
  return UNSPACED.test(sought);
}

export function matches(words: readonly string[], sought: string): boolean {
  return startsAnywhere(sought)
    ? words.some((word) => word.includes(sought))
    : words.some((word) => word.startsWith(sought));
}
