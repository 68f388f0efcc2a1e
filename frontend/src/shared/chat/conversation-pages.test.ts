import { describe, expect, it } from 'vitest';
import type { Conversation } from '@/shared/api/model';
import { FakeNatter } from '../../../test/fake/fake-natter';
import type { ConversationPage, KnownConversations } from './conversation-pages';
import {
  afterAnswer,
  fetchedOf,
  placeIn,
  withAll,
  withFirstPageOnly,
  withOne,
  withoutOne,
} from './conversation-pages';

const fake = new FakeNatter();
const ada = fake.person('Ada Lovelace');
const at = (minute: number) => new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString();

/** Ada and another user, who wrote in that minute. */
function one(minute: number): Conversation {
  const friend = fake.person(`Friend ${minute}`);
  const talk = fake.talk([ada, friend]);
  fake.write(talk, friend, 'Hello', { at: at(minute) });
  return fake.view(talk, ada.id);
}
const [a, b, c, d] = [one(40), one(30), one(20), one(10)];
function page(items: Conversation[], next: string | null): ConversationPage {
  const last = items.at(-1);
  return { items, next, end: last && placeIn(last) };
}
const pinned = (each: Conversation) => ({ ...each, mine: { ...each.mine, pinned: true } });
const NONE = new Set<string>();

function answered(before: KnownConversations | undefined, pages: ConversationPage[], pushed = NONE) {
  return afterAnswer(before, { pages, pageParams: pages.map(() => null) }, pushed, ada.id);
}
const ids = (list: KnownConversations) => list.known.map(({ id }) => id);

describe('the list as it is known', () => {
  it('grows by page, and holds each once', () => {
    const first = answered(undefined, [page([a, b], 'x')]);
    const second = answered(first, [...first.pages, page([b, c], null)]);

    expect(ids(second)).toEqual([a.id, b.id, c.id]);
    expect(second.pages.every(({ items }) => items.length === 0)).toBe(true);
  });

  it('keeps what is known beyond the first page when that is fetched again, and tells which that is', () => {
    const all = answered(undefined, [page([a, b], 'x'), page([c, d], null)]);
    expect(fetchedOf(all.known, all)).toBe(4);

    const again = answered(withFirstPageOnly(all), [page([a, b], 'x')]);

    expect(again.known).toBe(all.known);
    expect(fetchedOf(again.known, again)).toBe(2);
    expect(fetchedOf([b, d], again)).toBe(1);
  });

  it('loses what the server no longer has, but for what was heard of meanwhile', () => {
    const both = answered(undefined, [page([a, b, c], 'x')]);

    expect(ids(answered(both, [page([a, c], 'x')]))).toEqual([a.id, c.id]);
    expect(ids(answered(both, [page([a, c], 'x')], new Set([b.id])))).toEqual([a.id, b.id, c.id]);
    expect(ids(answered(both, [page([], null)]))).toEqual([]);
  });

  it('is the same array, of the same conversations, when an answer says nothing new', () => {
    const list = answered(undefined, [page([a, b], null)]);

    const again = answered(list, [page([structuredClone(a), structuredClone(b)], null)]);

    expect(again.known).toBe(list.known);
  });

  it('moves one that changes to its place, and leaves the others as they are', () => {
    const list = answered(undefined, [page([a, b, c, d], null)]);

    const moved = withOne(list, { ...c, updatedAt: at(50) });
    expect(ids(moved)).toEqual([c.id, a.id, b.id, d.id]);
    expect(moved.known.slice(1)).toEqual([a, b, d]);
    expect(moved.known[1]).toBe(a);

    const stayed = withOne(list, { ...c, unread: 7 });
    expect(ids(stayed)).toEqual(ids(list));
    expect(ids(withOne(list, { ...one(35), updatedAt: b.updatedAt }))[1]).not.toBe(b.id);
    expect(withOne(list, a)).toBe(list);
  });

  it('is the same when no conversation it knows of has changed', () => {
    const list = answered(undefined, [page([a, b], null)]);

    expect(withAll(list, (each) => each)).toBe(list);
    expect(withAll(list, (each) => (each === a ? { ...a, unread: 9 } : each)).known[1]).toBe(b);
  });

  it('keeps what is pinned on top, whatever happens in the others, and until it is unpinned', () => {
    const first = answered(undefined, [page([pinned(c), a], 'x')]);
    const pushed = withOne(first, b);

    expect(ids(pushed)).toEqual([c.id, a.id, b.id]);
    expect(fetchedOf(pushed.known, pushed)).toBe(2);
    expect(ids(withOne(pushed, c))).toEqual([a.id, b.id, c.id]);
    expect(ids(withOne(pushed, pinned(b)))).toEqual([b.id, c.id, a.id]);
  });

  it('forgets one, and stays the same when it did not hold it', () => {
    const first = answered(undefined, [page([a, b], null)]);

    expect(ids(withoutOne(first, a.id))).toEqual([b.id]);
    expect(withoutOne(first, c.id)).toBe(first);
  });
});
