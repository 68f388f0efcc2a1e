import { describe, expect, it } from 'vitest';
import { initials } from './avatar';

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada.lovelace', 'AL'],
    ['Cleo', 'C'],
    ['Łukasz  Żółć', 'ŁŻ'],
    ['👩‍👩‍👧 Family', '👩‍👩‍👧F'],
    ['प्रिया', 'प्रि'],
    ['יוסי כהן (עבודה)', 'יכ'],
    ['(Work)', 'W'],
    ['"Ben" Franklin!', 'BF'],
    ['Ada (the [first]) Lovelace', 'AL'],
    ["O'Brien", 'OB'],
    ['', ''],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
