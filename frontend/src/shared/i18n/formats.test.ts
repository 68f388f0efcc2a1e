import { describe, expect, it } from 'vitest';
import { english } from './english';
import { Formats } from './formats';

const now = new Date(2025, 2, 12, 15, 0);
const at = (day: number, hour: number, minute = 0) => new Date(2025, 2, day, hour, minute).toISOString();
const british = new Formats(english, ['en-GB']);

describe('dates and times', () => {
  it.each([
    [at(12, 9, 5), '09:05'],
    [at(11, 23, 59), 'Yesterday'],
    [at(8, 12), 'Sat'],
    [at(1, 12), '01/03/25'],
    [at(13, 1), '01:00'],
  ])('say %s in a list as %s', (instant, brief) => {
    expect(british.brief(instant, now)).toBe(brief);
  });

  it.each([
    [at(12, 0), /^Today$/],
    [at(11, 0), /^Yesterday$/],
    [at(3, 0), /^Monday,? 3 March$/],
    [new Date(2024, 11, 31, 12).toISOString(), /^Tuesday,? 31 December 2024$/],
  ])('head a day %s with %s', (instant, heading) => {
    expect(british.day(instant, now)).toMatch(heading);
  });

  it('count a day with a change of clocks as one', () => {
    expect(british.day(new Date(2025, 2, 29, 12).toISOString(), new Date(2025, 2, 31, 0, 30))).toMatch(
      /^Saturday,? 29 March$/,
    );
  });

  it('keep the reader’s clock where the words are not in the reader’s language', () => {
    expect(new Formats(english, ['de-DE']).time(at(12, 15, 5))).toBe('15:05');
    expect(new Formats(english, ['en-US']).time(at(12, 15, 5))).toMatch(/^3:05\sPM$/);
  });

  it.each([
    [1, '1 second'],
    [42, '42 seconds'],
    [300, '5 minutes'],
    [86_000, '24 hours'],
  ])('say a wait of %i s as %s', (seconds, words) => {
    expect(british.wait(seconds)).toBe(words);
  });

  it('count down', () => {
    expect([60, 59, 9].map((seconds) => british.countdown(seconds))).toEqual(['1:00', '0:59', '0:09']);
  });
});
