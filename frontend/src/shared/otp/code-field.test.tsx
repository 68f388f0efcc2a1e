import { describe, expect, it } from 'vitest';
import { digitsOf } from './code-field';

describe('a code', () => {
  it.each([
    ['Devanagari', '०१२३४५', '012345'],
    ['Arabic', '٦٧٨٩٠١', '678901'],
    ['Persian', '۶۷۸۹۰۱', '678901'],
    ['Bengali', '০১২৩৪৫', '012345'],
    ['full-width', '６７８９０１', '678901'],
    ['mathematical', '𝟎𝟗𝟘𝟡𝟬𝟿', '090909'],
    ['Latin, with words around it', 'Your code: 123-456 (Natter)', '123456'],
    ['no', 'abc Ⅳ', ''],
  ])('is read in %s digits', (_, typed, code) => {
    expect(digitsOf(typed)).toBe(code);
  });
});
