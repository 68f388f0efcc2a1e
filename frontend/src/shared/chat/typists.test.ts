import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TYPING_LASTS_MS, Typists } from './typists';

beforeEach(() => {
  vi.useFakeTimers();
});

describe('those who write', () => {
  it('are shown in the order they began, each conversation for itself', () => {
    const typists = new Typists();
    typists.begin('c-1', 'u-ben');
    typists.begin('c-1', 'u-cleo');
    typists.begin('c-2', 'u-cleo');
    typists.begin('c-1', 'u-ben');

    expect(typists.in('c-1')).toEqual(['u-ben', 'u-cleo']);
    expect(typists.in('c-2')).toEqual(['u-cleo']);
  });

  it('have stopped when nothing was heard for six seconds, counted from the last time', () => {
    const typists = new Typists();
    typists.begin('c-1', 'u-ben');
    vi.advanceTimersByTime(TYPING_LASTS_MS - 1);
    typists.begin('c-1', 'u-ben');
    vi.advanceTimersByTime(TYPING_LASTS_MS - 1);
    expect(typists.in('c-1')).toEqual(['u-ben']);

    vi.advanceTimersByTime(1);
    expect(typists.in('c-1')).toEqual([]);
  });

  it('write nowhere once they are gone', () => {
    const typists = new Typists();
    const watcher = vi.fn();
    typists.begin('c-1', 'u-ben');
    typists.begin('c-2', 'u-ben');
    typists.subscribe(watcher);

    typists.leave('u-ben');

    expect([typists.in('c-1'), typists.in('c-2')]).toEqual([[], []]);
    expect(watcher).toHaveBeenCalledTimes(2);
  });
});
