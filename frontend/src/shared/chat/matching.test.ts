import { describe, expect, it } from 'vitest';
import { FakeNatter } from '../../../test/fake/fake-natter';
import { matching } from './matching';

const fake = new FakeNatter();
const ada = fake.person('Ada Lovelace');
const zolc = fake.person('Łukasz Żółć');
const priya = fake.person('प्रिया शर्मा');
const one = fake.talk([ada, zolc]);
const two = fake.talk([ada, priya]);
const circle = fake.talk([ada, zolc, priya], 'Sunday walkers');
fake.write(one, zolc, 'Kites, tomorrow?');
const all = [one, two, circle].map((talk) => fake.view(talk, ada.id));

describe('looking for a conversation', () => {
  it.each([
    ['', [one, two, circle]],
    ['   ', [one, two, circle]],
    ['zolc', [one, circle]],
    ['ŻÓŁĆ', [one, circle]],
    ['प्रि', [two, circle]],
    ['sun', [circle]],
    ['walkers sunday', [circle]],
    ['tomorrow', [one]],
    ['morrow', []],
    ['ada', []],
    ['(', [one, two, circle]],
  ])('by %j', (sought, found) => {
    expect(matching(all, sought, ada.id).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });
});
