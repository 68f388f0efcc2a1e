import { describe, expect, it } from 'vitest';
import { message } from '../../../../test/messages';
import { Timeline } from './timeline';

const seqs = (timeline: Timeline) => timeline.messages.map(({ seq }) => seq);
const numbered = (...numbers: number[]) => numbers.map((seq) => message({ seq }));

describe('Timeline', () => {
  it('keeps what was pushed while the first page was under way', () => {
    const timeline = new Timeline();
    timeline.add(numbered(9));

    timeline.begin(numbered(7, 8), true, 0);

    expect(seqs(timeline)).toEqual([7, 8, 9]);
    expect(timeline.settled).toBe(9);
  });

  it('drops what lies before the latest page, so that no hole is torn into the history', () => {
    const timeline = new Timeline();
    timeline.begin(numbered(1, 2), true, 0);

    timeline.begin(numbered(50, 51), true, 0);

    expect(seqs(timeline)).toEqual([50, 51]);
  });

  it('leaves a repeated old message to the history pages', () => {
    const timeline = new Timeline();
    timeline.begin(numbered(10, 11), true, 0);

    const changed = timeline.add(numbered(3));

    expect(changed).toBe(false);
    expect(seqs(timeline)).toEqual([10, 11]);
  });

  it('says up to where nothing is missing', () => {
    const timeline = new Timeline();
    timeline.begin(numbered(1, 2), false, 0);

    timeline.add(numbered(5));
    expect(timeline.settled).toBe(2);

    timeline.add(numbered(3, 4));
    expect(timeline.settled).toBe(5);
  });

  it('goes on after a gap that was given up', () => {
    const timeline = new Timeline();
    timeline.begin(numbered(1), false, 0);
    timeline.add(numbered(4, 5));

    timeline.settleThrough(4);

    expect(timeline.settled).toBe(5);
  });
});
