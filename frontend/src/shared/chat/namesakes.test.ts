import { describe, expect, it } from 'vitest';
import { namesakesIn, tagOf } from './namesakes';

describe('namesakes', () => {
  it('are those whose names look the same, each once', () => {
    const people = [
      { id: '1', name: 'Alex Kim' },
      { id: '2', name: 'alex  KIM' },
      { id: '3', name: 'Ａlex\u200b Kim.' },
      { id: '4', name: 'Alexa Kim' },
      { id: '1', name: 'Alex Kim' },
      { id: '5', name: 'Ben' },
      { id: '5', name: 'Ben' },
    ];
    expect([...namesakesIn(people)].sort()).toEqual(['1', '2', '3']);
  });

  it('have tags of their own, always the same', () => {
    const tags = Array.from({ length: 1_000 }, (_, at) => tagOf(`01J${at}`));
    expect(new Set(tags).size).toBe(1_000);
    expect(tags.every((tag) => /^[0-9A-HJKMNP-TV-Z]{5}$/.test(tag))).toBe(true);
    expect(tagOf('01J0')).toBe(tags[0]);
  });
});
