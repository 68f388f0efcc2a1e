/** Letters of other scripts that are drawn like Latin ones (after Chromium's list for its address bar). */
const LIKE_LATIN = /^[аысԁеԍһіюјӏорԗԛѕԝхуъьҽпгѵѡαικνορυωτγεζ0-9-]+$/u;
/** Scripts that are written within one word. */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Cherokee',
  'Hebrew',
  'Arabic',
  'Han',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Hangul',
].map((name) => ({ name, letter: new RegExp(`\\p{Script=${name}}`, 'u') }));

/** Whether the name of a host, as a text shows it, may be taken for another one. */
export function unlikeShown(shown: string, host: string): boolean {
  if (!host.includes('xn--')) return false;
  // Written with per cents, or so already: no letters to be misread.
  if (!/[^ -~]/u.test(shown)) return shown.includes('%');
  return shown.normalize('NFKC').toLowerCase().replace(/:\d*$/, '').split('.').some(mayMislead);
}

function mayMislead(label: string): boolean {
  if (/^[ -~]*$/.test(label)) return false;
  if (LIKE_LATIN.test(label)) return true;
  const used = SCRIPTS.filter(({ letter }) => letter.test(label)).map(({ name }) => name);
  return used.length > 1 && !TOGETHER.some((set) => used.every((name) => set.includes(name)));
}
