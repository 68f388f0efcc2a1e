import type { Clip, Recorder, Recording } from './recorder';

/** Why there is nothing to record with. */
export type MicrophoneTrouble = 'denied' | 'missing' | 'busy' | 'unsupported';

export class NoMicrophone extends Error {
  override readonly name = 'NoMicrophone';

  constructor(readonly trouble: MicrophoneTrouble) {
    super(trouble);
  }
}

const TROUBLES: Record<string, MicrophoneTrouble> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** The voice message of a conversation that is being recorded, or was and is not sent; kept while one looks elsewhere. */
export class VoiceDraft {
  #recorder: Recorder | undefined;
  #recording: Recording | undefined;
  #beginning = false;
  readonly #watchers = new Set<() => void>();

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#recording;

  /** Begins to record, unless there is a recording already. Fails with NoMicrophone. */
  async begin(): Promise<void> {
    if (this.#recorder !== undefined || this.#beginning) return;
    if (!('MediaRecorder' in globalThis) || !('mediaDevices' in navigator))
      throw new NoMicrophone('unsupported');
    this.#beginning = true;
    try {
      const { Recorder: Begun } = await import('./recorder');
      const recorder = await Begun.begin((recording) => {
        if (this.#recorder === recorder) this.#become(recording);
      });
      this.#recorder = recorder;
      this.#become(recorder.recording);
    } catch (reason) {
      const name = reason instanceof Error ? reason.name : '';
      throw new NoMicrophone(TROUBLES[name] ?? 'unsupported');
    } finally {
      this.#beginning = false;
    }
  }

  pause() {
    this.#recorder?.pause();
  }

  resume() {
    this.#recorder?.resume();
  }

  /** Ends the recording; it can be listened to then. */
  async finish(): Promise<void> {
    await this.#recorder?.finish();
  }

  /** Ends the recording and hands it over; undefined when there is none. */
  async take(): Promise<Clip | undefined> {
    const recorder = this.#recorder;
    if (recorder === undefined) return undefined;
    const clip = await recorder.finish();
    // Discarded meanwhile, or taken by a second click.
    if (this.#recorder !== recorder) return undefined;
    this.#recorder = undefined;
    this.#become(undefined);
    return clip;
  }

  discard() {
    this.#recorder?.discard();
    this.#recorder = undefined;
    this.#become(undefined);
  }

  #become(recording: Recording | undefined) {
    this.#recording = recording;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
