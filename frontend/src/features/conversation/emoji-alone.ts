const MOST = 3;
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;
/** Signs that are letters unless a variation selector says otherwise: ©, ™, ↔. */
const TEXT_BY_DEFAULT = /^\P{Emoji_Presentation}$/u;
const LONGEST = 120;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether a text is nothing but one to three emoji. */
export function isEmojiAlone(text: string): boolean {
  const bare = text.replace(/\s+/gu, '');
  if (bare === '' || bare.length > LONGEST) return false;
  const signs = [...graphemes.segment(bare)].map(({ segment }) => segment);
  return signs.length <= MOST && signs.every((sign) => EMOJI.test(sign) && !TEXT_BY_DEFAULT.test(sign));
}
