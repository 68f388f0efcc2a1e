import type { EmojiData } from 'frimousse';
import { newestDrawn } from './newest-drawn';

/** All emoji that this device can draw, in the language of the app. Each language is a file of its own. */
export async function emojiIn(language: string): Promise<EmojiData> {
  const { default: data } = await (language === 'hi'
    ? import('virtual:emoji/hi')
    : import('virtual:emoji/en'));
  const newest = newestDrawn(data.emojis);
  return { ...data, emojis: data.emojis.filter(({ version }) => version <= newest) };
}
