/** A voice message that can be played. */
export interface Track {
  id: string;
  durationMs: number;
  /** Where it is, when it is on this device. */
  url?: string | undefined;
}

export interface Playback {
  readonly state: 'idle' | 'loading' | 'playing' | 'paused';
  readonly positionMs: number;
}

const IDLE: Playback = { state: 'idle', positionMs: 0 };
const RATES = [1, 1.5, 2] as const;
const TICK_MS = 60;
/** Beyond the end of anything: makes the browser look for the end of what does not say how long it is. */
const FAR_SECONDS = 1e7;

/** Plays voice messages, one at a time; when one ends, the next one of the conversation on screen follows. */
export class VoicePlayer {
  #next: (id: string) => Track | undefined = () => undefined;
  #failed: () => void = () => undefined;
  readonly #urlOf: (id: string) => Promise<string>;
  readonly #watchers = new Set<() => void>();
  #audio: HTMLAudioElement | undefined;
  #track: Track | undefined;
  #playback = IDLE;
  #rate: number = RATES[0];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(urlOf: (id: string) => Promise<string>) {
    this.#urlOf = urlOf;
  }

  /** Says what follows a voice message when it has ended. */
  follow(next: (id: string) => Track | undefined) {
    this.#next = next;
  }

  /** Says what is done when a voice message cannot be played. */
  onFailed(failed: () => void) {
    this.#failed = failed;
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** The same object until the playback of this one changes. */
  of(id: string): Playback {
    return this.#track?.id === id ? this.#playback : IDLE;
  }

  get rate(): number {
    return this.#rate;
  }

  toggle(track: Track) {
    if (this.#track?.id !== track.id) void this.#load(track, 0, true);
    else if (this.#playback.state === 'playing') this.pause();
    else if (this.#playback.state === 'paused') void this.#play();
  }

  pause() {
    if (this.#playback.state === 'playing') this.#audio?.pause();
  }

  /** Goes to a place; what was not playing does not begin to. */
  seek(track: Track, toMs: number) {
    const positionMs = Math.min(track.durationMs, Math.max(0, toMs));
    if (this.#track?.id !== track.id || this.#audio === undefined) {
      void this.#load(track, positionMs, false);
      return;
    }
    if (this.#playback.state !== 'loading') this.#audio.currentTime = positionMs / 1000;
    this.#become({ ...this.#playback, positionMs });
  }

  /** The next speed of three. */
  changeRate() {
    const at = RATES.findIndex((rate) => rate === this.#rate);
    this.#rate = RATES[(at + 1) % RATES.length] ?? 1;
    if (this.#audio !== undefined) this.#audio.playbackRate = this.#rate;
    this.#become({ ...this.#playback });
  }

  /** What can no longer be played ends. */
  stop(id: string) {
    if (this.#track?.id === id) this.dispose();
  }

  dispose() {
    clearInterval(this.#timer);
    this.#track = undefined;
    this.#audio?.pause();
    this.#become(IDLE);
  }

  async #load(track: Track, positionMs: number, play: boolean) {
    const audio = this.#prepared();
    this.#track = track;
    this.#become({ state: 'loading', positionMs });
    try {
      const url = track.url ?? (await this.#urlOf(track.id));
      if (this.#track !== track) return;
      await open(audio, url);
    } catch {
      if (this.#track !== track) return;
      this.#track = undefined;
      this.#become(IDLE);
      this.#failed();
      return;
    }
    // Another one was begun meanwhile.
    if (this.#track !== (track as Track | undefined)) return;
    audio.currentTime = this.#playback.positionMs / 1000;
    this.#become({ ...this.#playback, state: 'paused' });
    if (play) await this.#play();
  }

  async #play() {
    if (this.#audio === undefined) return;
    this.#audio.playbackRate = this.#rate;
    await this.#audio.play().catch(() => {
      this.#failed();
    });
  }

  #prepared(): HTMLAudioElement {
    const audio = (this.#audio ??= this.#made());
    audio.pause();
    // Within the click: afterwards, Safari lets it play what has yet to be fetched.
    audio.load();
    return audio;
  }

  #made(): HTMLAudioElement {
    const audio = new Audio();
    audio.onplay = () => {
      clearInterval(this.#timer);
      this.#timer = setInterval(() => {
        this.#become({ state: 'playing', positionMs: audio.currentTime * 1000 });
      }, TICK_MS);
      this.#become({ ...this.#playback, state: 'playing' });
    };
    audio.onpause = () => {
      clearInterval(this.#timer);
      if (this.#playback.state === 'playing') this.#become({ ...this.#playback, state: 'paused' });
    };
    audio.onended = () => {
      const next = this.#track && this.#next(this.#track.id);
      if (next !== undefined) {
        void this.#load(next, 0, true);
        return;
      }
      this.#track = undefined;
      this.#become(IDLE);
    };
    return audio;
  }

  #become(playback: Playback) {
    this.#playback = playback;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}

/** Completes when the element can play what is there, from any place. */
async function open(audio: HTMLAudioElement, url: string): Promise<void> {
  const happens = (name: 'loadedmetadata' | 'seeked') =>
    new Promise<void>((resolve, reject) => {
      audio.addEventListener(
        name,
        () => {
          resolve();
        },
        { once: true },
      );
      audio.onerror = () => {
        reject(new Error('unplayable'));
      };
    });
  const loaded = happens('loadedmetadata');
  audio.src = url;
  await loaded;
  if (Number.isFinite(audio.duration)) return;
  // Recorded by a browser: it can be sought in once the browser knows where it ends.
  const found = happens('seeked');
  audio.currentTime = FAR_SECONDS;
  await found;
}
