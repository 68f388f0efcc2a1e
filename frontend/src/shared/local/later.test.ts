import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Later } from './later';

describe('later', () => {
  const done: string[] = [];
  const later = new Later(500);
  const say = (text: string) => () => done.push(text);

  beforeEach(() => {
    vi.useFakeTimers();
    done.length = 0;
  });

  afterEach(() => {
    later.dispose();
    vi.useRealTimers();
  });

  it('does the last thing of a burst, once', () => {
    later.run('list', say('one'));
    later.run('list', say('two'));
    later.run('draft', say('half'));
    vi.advanceTimersByTime(500);

    expect(done).toEqual(['two', 'half']);
  });

  it('is not put off for ever by what goes on and on', () => {
    for (let message = 0; message < 10; message++) {
      later.run('list', say(`message ${message}`));
      vi.advanceTimersByTime(100);
    }

    expect(done).toEqual(['message 4', 'message 9']);
  });

  it('does at once what waits when there may be no later, and not twice', () => {
    later.run('draft', say('half'));
    later.flush();
    vi.advanceTimersByTime(1_000);

    expect(done).toEqual(['half']);
  });

  it('forgets what waits at the sign-out', () => {
    later.run('draft', say('half'));
    later.dispose();
    vi.advanceTimersByTime(1_000);

    expect(done).toEqual([]);
  });
});
