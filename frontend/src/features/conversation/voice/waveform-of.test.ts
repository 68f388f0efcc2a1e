import { expect, it } from 'vitest';
import { waveformOf } from './waveform-of';

it('says how loud equal stretches are, the loudest at 255', () => {
  const samples = Array.from({ length: 1_000 }, (_, at) => (at < 500 ? 0.1 : 0.4) * (at % 2 === 0 ? 1 : -1));

  expect(waveformOf(samples, 4)).toEqual([64, 64, 255, 255]);
});

it('is flat where nothing was to be heard, or hardly anything', () => {
  expect(waveformOf(new Float32Array(10_000))).toEqual(Array.from({ length: 64 }, () => 0));
  expect(Math.max(...waveformOf(new Float32Array(10_000).fill(0.0001)))).toBeLessThan(5);
  expect(waveformOf([])).toHaveLength(64);
});
