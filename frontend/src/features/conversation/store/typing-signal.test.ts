import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TypingSignal } from './typing-signal';

beforeEach(() => {
  vi.useFakeTimers();
});

function signal() {
  const sent: boolean[] = [];
  return { sent, signal: new TypingSignal((typing) => sent.push(typing)) };
}

describe('writing', () => {
  it('is sent at once, and then every three seconds while it goes on', () => {
    const { sent, signal: typing } = signal();
    for (let letters = 1; letters <= 40; letters++) {
      typing.write('x'.repeat(letters));
      vi.advanceTimersByTime(200);
    }

    expect(sent).toEqual([true, true, true]);
  });

  it('ends when nothing was written for a while, or everything was deleted', () => {
    const { sent, signal: typing } = signal();
    typing.write('So');
    vi.advanceTimersByTime(5_000);
    typing.write('Sou');
    typing.write('');
    vi.advanceTimersByTime(60_000);

    expect(sent).toEqual([true, false, true, false]);
  });

  it('ends without a word when the message itself goes', () => {
    const { sent, signal: typing } = signal();
    typing.write('Soup?');
    typing.sent();
    vi.advanceTimersByTime(60_000);
    expect(sent).toEqual([true]);

    typing.write('N');
    expect(sent).toEqual([true, true]);
  });
});
