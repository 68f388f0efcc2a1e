import { heardIn } from './waveform-of';

/** The server takes ten minutes and 10 MiB; what a recorder still holds when it is stopped has room, too. */
export const LONGEST_MS = 10 * 60_000;
const STOPS_MS = LONGEST_MS - 2_000;
const MOST_BYTES = 10 * 1024 * 1024 - 256 * 1024;
/** Speech is clear with this; ten minutes are 2.4 MB. */
const BITS_PER_SECOND = 32_000;
const TICK_MS = 100;
/** How much of what is being recorded is drawn. */
const LEVELS = 48;

/** What browsers record, the best first: Chromium and Firefox know the first, older Safaris only the last. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'];

export interface Clip {
  blob: Blob;
  durationMs: number;
  waveform: readonly number[];
}

export interface Recording {
  readonly state: 'recording' | 'paused' | 'finishing' | 'ready';
  readonly elapsedMs: number;
  /** How loud it was lately, from 0 to 255. */
  readonly levels: readonly number[];
  /** Once it is ready. */
  readonly clip: Clip | undefined;
}

/** Records what a microphone hears, for ten minutes at most; then it is ready by itself. */
export class Recorder {
  #recording: Recording = { state: 'recording', elapsedMs: 0, levels: [], clip: undefined };
  readonly #chunks: Blob[] = [];
  readonly #context = new AudioContext();
  readonly #analyser: AnalyserNode;
  readonly #recorder: MediaRecorder;
  readonly #stream: MediaStream;
  readonly #changed: (recording: Recording) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #since = performance.now();
  #before = 0;
  #bytes = 0;
  #finished: Promise<Clip> | undefined;

  private constructor(stream: MediaStream, changed: (recording: Recording) => void) {
    this.#stream = stream;
    this.#changed = changed;
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 1024;
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.#recorder = new MediaRecorder(stream, {
      ...(mimeType !== undefined && { mimeType }),
      audioBitsPerSecond: BITS_PER_SECOND,
    });
    this.#recorder.ondataavailable = ({ data }) => {
      this.#chunks.push(data);
      this.#bytes += data.size;
      if (this.#bytes > MOST_BYTES) void this.finish();
    };
    // Unplugged, or taken away.
    stream.getAudioTracks().forEach((track) => {
      track.onended = () => void this.finish();
    });
    this.#recorder.start(1_000);
    this.#timer = setInterval(() => {
      this.#tick();
    }, TICK_MS);
  }

  /** Begins to record; fails as `getUserMedia` does. */
  static async begin(changed: (recording: Recording) => void): Promise<Recorder> {
    const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    return new Recorder(await navigator.mediaDevices.getUserMedia({ audio }), changed);
  }

  get recording(): Recording {
    return this.#recording;
  }

  pause() {
    if (this.#recording.state !== 'recording') return;
    this.#before = this.#elapsed;
    this.#recorder.pause();
    this.#become({ state: 'paused', elapsedMs: this.#before });
  }

  resume() {
    if (this.#recording.state !== 'paused') return;
    this.#since = performance.now();
    this.#recorder.resume();
    this.#become({ state: 'recording' });
  }

  /** Ends the recording, and lets go of the microphone; answers what was recorded. */
  finish(): Promise<Clip> {
    this.#finished ??= this.#finish();
    return this.#finished;
  }

  /** Lets go of the microphone, and of what was recorded. */
  discard() {
    clearInterval(this.#timer);
    this.#finished ??= Promise.reject(new DOMException('discarded', 'AbortError'));
    this.#finished.catch(() => undefined);
    this.#recorder.ondataavailable = null;
    this.#letGo();
  }

  async #finish(): Promise<Clip> {
    const elapsedMs = this.#recording.state === 'paused' ? this.#before : this.#elapsed;
    clearInterval(this.#timer);
    this.#become({ state: 'finishing', elapsedMs });
    await new Promise<void>((resolve) => {
      this.#recorder.onstop = () => {
        resolve();
      };
      if (this.#recorder.state === 'inactive') resolve();
      else this.#recorder.stop();
    });
    this.#letGo();
    const [type = ''] = this.#recorder.mimeType.split(';');
    const blob = new Blob(this.#chunks, { type });
    // What this browser records and cannot decode is as long as it took.
    const heard = await heardIn(blob).catch(() => ({
      durationMs: elapsedMs,
      waveform: this.#recording.levels,
    }));
    const durationMs = Math.min(LONGEST_MS, Math.max(1, Math.round(heard.durationMs)));
    const clip = { blob, durationMs, waveform: heard.waveform };
    this.#become({ state: 'ready', elapsedMs: durationMs, clip });
    return clip;
  }

  #letGo() {
    this.#stream.getTracks().forEach((track) => {
      track.onended = null;
      track.stop();
    });
    if (this.#context.state !== 'closed') void this.#context.close();
  }

  get #elapsed(): number {
    return this.#before + performance.now() - this.#since;
  }

  #tick() {
    if (this.#recording.state !== 'recording') return;
    const samples = new Uint8Array(this.#analyser.fftSize);
    this.#analyser.getByteTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
    const level = Math.min(255, loudest * 3);
    this.#become({ elapsedMs: this.#elapsed, levels: [...this.#recording.levels, level].slice(-LEVELS) });
    if (this.#elapsed >= STOPS_MS) void this.finish();
  }

  #become(change: Partial<Recording>) {
    this.#recording = { ...this.#recording, ...change };
    this.#changed(this.#recording);
  }
}
