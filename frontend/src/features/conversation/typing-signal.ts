/** Repeated this often while one writes: well within the time after which the others take it to be over. */
const REPEAT_MS = 3_000;
/** Who has written nothing for so long is not writing. */
const PAUSE_MS = 5_000;

/** Tells the others that one is writing, rarely; and that one has stopped. */
export class TypingSignal {
  readonly #tell: (typing: boolean) => void;
  #toldAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (typing: boolean) => void) {
    this.#tell = tell;
  }

  /** Something was written, or deleted. */
  write(text: string) {
    if (text.trim() === '') {
      this.stop();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.stop();
    }, PAUSE_MS);
    const now = performance.now();
    if (this.#toldAt !== undefined && now - this.#toldAt < REPEAT_MS) return;
    this.#toldAt = now;
    this.#tell(true);
  }

  /** The message itself says that one has stopped. */
  sent() {
    clearTimeout(this.#timer);
    this.#toldAt = undefined;
  }

  stop() {
    const told = this.#toldAt !== undefined;
    this.sent();
    if (told) this.#tell(false);
  }
}
