import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ReadMarker } from './read-marker';

let online: boolean;
let sent: number[];
const marker = () =>
  new ReadMarker((seq) => {
    if (online) sent.push(seq);
    return online;
  });

beforeEach(() => {
  vi.useFakeTimers();
  online = true;
  sent = [];
});

describe('ReadMarker', () => {
  it('says a burst at once, and never goes back', () => {
    const reading = marker();

    [1, 2, 5, 3].forEach((seq) => {
      reading.mark(seq);
    });
    vi.runAllTimers();
    reading.mark(4);
    vi.runAllTimers();

    expect(sent).toEqual([5]);
  });

  it('says what it could not say, or what may be lost, after a reconnect', () => {
    const reading = marker();
    online = false;
    reading.mark(7);
    vi.runAllTimers();
    expect(sent).toEqual([]);

    online = true;
    reading.reconnected();
    reading.reconnected();

    expect(sent).toEqual([7, 7]);
  });
});
