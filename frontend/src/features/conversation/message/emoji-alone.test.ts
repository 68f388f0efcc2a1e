import { describe, expect, it } from 'vitest';
import { isEmojiAlone } from './emoji-alone';

describe('emoji', () => {
  it.each(['🎉', '🎉 🎉', '👩‍👩‍👧', '👍🏽', '🇮🇳', '❤️', '1️⃣', '⚡😱🦊'])('%s stand alone', (text) => {
    expect(isEmojiAlone(text)).toBe(true);
  });

  it.each(['', ' ', 'a', '1', '#', '©', '™', 'ok 🎉', '🎉🎉🎉🎉', '!', 'क', '12'])('%s do not', (text) => {
    expect(isEmojiAlone(text)).toBe(false);
  });
});
