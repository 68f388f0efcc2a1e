import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { matches, soughtIn, wordsOf } from './fold';

interface Search {
  query: string;
  name: string;
}

/** The table by which the user service's people search is tested, too. */
const table = join(import.meta.dirname, '../../../../services/user/src/test/resources/name-search.json');
const { found, notFound } = JSON.parse(readFileSync(table, 'utf8')) as Record<'found' | 'notFound', Search[]>;

const finds = (name: string, query: string) =>
  soughtIn(query).every((word) => matches(wordsOf(name), word)) && soughtIn(query).length > 0;

beforeEach(() => {
  // Turkish machines lower I to ı: what is found may not depend on that.
  vi.spyOn(String.prototype, 'toLocaleLowerCase').mockReturnValue('never');
});

describe('a search', () => {
  it.each(found)('for $query finds $name', ({ query, name }) => {
    expect(finds(name, query)).toBe(true);
  });

  it.each(notFound)('for $query does not find $name', ({ query, name }) => {
    expect(finds(name, query)).toBe(false);
  });
});
