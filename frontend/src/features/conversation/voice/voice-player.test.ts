import { beforeEach, expect, it, vi } from 'vitest';
import { message } from '../../../../test/messages';
import { voiceAfter } from './voice-after';
import { VoicePlayer } from './voice-player';

/** An element that plays whatever it is given, as far as the test says. */
class Sound extends EventTarget {
  static last: Sound;
  src = '';
  duration = 8;
  currentTime = 0;
  playbackRate = 1;
  paused = true;
  onplay: () => void = () => undefined;
  onpause: () => void = () => undefined;
  onended: () => void = () => undefined;
  constructor() {
    super();
    Sound.last = this;
  }
  load = () => setTimeout(() => this.dispatchEvent(new Event('loadedmetadata')), 1);
  play = () => {
    this.paused = false;
    this.onplay();
    return Promise.resolve();
  };
  pause = () => {
    if (this.paused) return;
    this.paused = true;
    this.onpause();
  };
}

const track = (id: string) => ({ id, durationMs: 8_000 });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Audio', Sound);
});

function player() {
  const playing = new VoicePlayer((id) => Promise.resolve(`blob:${id}`));
  return {
    playing,
    start: async (id: string) => {
      playing.toggle(track(id));
      await vi.advanceTimersByTimeAsync(10);
    },
  };
}

it('plays one at a time: another one ends the first', async () => {
  const { playing, start } = player();
  await start('a');
  expect(playing.of('a').state).toBe('playing');

  await start('b');

  expect([playing.of('a').state, playing.of('b').state]).toEqual(['idle', 'playing']);
  expect(Sound.last.src).toBe('blob:b');
});

it('plays on to the next one, at the same speed', async () => {
  const { playing, start } = player();
  playing.follow((id) => (id === 'a' ? track('b') : undefined));
  await start('a');
  playing.changeRate();

  Sound.last.onended();
  await vi.advanceTimersByTimeAsync(10);
  expect([playing.of('b').state, Sound.last.playbackRate]).toEqual(['playing', 1.5]);
  Sound.last.onended();

  expect(playing.of('b').state).toBe('idle');
});

it('goes to a place within the message, and does not begin to play for it', async () => {
  const { playing } = player();
  playing.seek(track('a'), 99_000);
  await vi.advanceTimersByTimeAsync(10);

  expect(playing.of('a')).toEqual({ state: 'paused', positionMs: 8_000 });
  expect([Sound.last.currentTime, Sound.last.paused]).toEqual([8, true]);
});

it('says when there is nothing to play', async () => {
  const failed = vi.fn();
  const playing = new VoicePlayer(() => Promise.reject(new Error('gone')));
  playing.onFailed(failed);
  playing.toggle(track('a'));
  await vi.advanceTimersByTimeAsync(10);

  expect(failed).toHaveBeenCalledOnce();
  expect(playing.of('a').state).toBe('idle');
});

it('is followed by the next voice message, whatever was written between', () => {
  const voice = (id: string) => ({ id, contentType: 'audio/webm', bytes: 1, durationMs: 1, waveform: [] });
  const messages = [
    message({ seq: 1, voice: voice('a') }),
    message({ seq: 2 }),
    message({ seq: 3, voice: voice('b') }),
  ];

  expect([voiceAfter(messages, 'a')?.id, voiceAfter(messages, 'b'), voiceAfter(messages, 'x')]).toEqual([
    'b',
    undefined,
    undefined,
  ]);
});
