import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TypingSignal } from './typing-signal';

beforeEach(() => {
  vi.useFakeTimers();
});

function signal() {
  const told: boolean[] = [];
  return { told, signal: new TypingSignal((typing) => told.push(typing)) };
}

describe('writing', () => {
  it('is told at once, and then every three seconds while it goes on', () => {
    const { told, signal: typing } = signal();
    for (let letters = 1; letters <= 40; letters++) {
      typing.write('x'.repeat(letters));
      vi.advanceTimersByTime(200);
    }

    expect(told).toEqual([true, true, true]);
  });

  it('ends when nothing was written for a while, or everything was deleted', () => {
    const { told, signal: typing } = signal();
    typing.write('So');
    vi.advanceTimersByTime(5_000);
    typing.write('Sou');
    typing.write('');
    vi.advanceTimersByTime(60_000);

    expect(told).toEqual([true, false, true, false]);
  });

  it('ends without a word when the message itself goes', () => {
    const { told, signal: typing } = signal();
    typing.write('Soup?');
    typing.sent();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([true]);

    typing.write('N');
    expect(told).toEqual([true, true]);
  });
});
