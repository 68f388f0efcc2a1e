const MOST = 3;
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;
/** Signs that are letters unless a variation selector says otherwise: ©, ™, ↔. */
const TEXT_BY_DEFAULT = /^\P{Emoji_Presentation}$/u;
const LONGEST = 120;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether a text is nothing but one to three emoji. Most texts are known by their first sign. */
export function isEmojiAlone(text: string): boolean {
  const bare = text.replace(/\s+/gu, '');
  if (bare.length > LONGEST || !EMOJI.test(bare)) return false;
  let signs = 0;
  for (const { segment } of graphemes.segment(bare)) {
    signs += 1;
    if (signs > MOST || !EMOJI.test(segment) || TEXT_BY_DEFAULT.test(segment)) return false;
  }
  return true;
}
