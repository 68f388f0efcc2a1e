/** Places at which a voice message says how loud it is. */
const PLACES = 64;
const LOUDEST = 255;

export interface Heard {
  durationMs: number;
  waveform: number[];
}

/** How long a recording is, and how loud at 64 places, from what is to be heard: its container may not say. */
export async function heardIn(recording: Blob): Promise<Heard> {
  const context = new AudioContext();
  try {
    const audio = await context.decodeAudioData(await recording.arrayBuffer());
    return { durationMs: Math.round(audio.duration * 1000), waveform: waveformOf(audio.getChannelData(0)) };
  } finally {
    void context.close();
  }
}

/** The loudness of equal stretches, the loudest of them at 255. Silence stays silent. */
export function waveformOf(samples: ArrayLike<number>, places = PLACES): number[] {
  const stretch = samples.length / places;
  const levels = Array.from({ length: places }, (_, at) => {
    const [from, to] = [Math.floor(at * stretch), Math.floor((at + 1) * stretch)];
    let sum = 0;
    for (let sample = from; sample < to; sample++) sum += (samples[sample] ?? 0) ** 2;
    return Math.sqrt(sum / Math.max(1, to - from));
  });
  const loudest = Math.max(0.01, ...levels);
  return levels.map((level) => Math.round((level / loudest) * LOUDEST));
}
