/** Repeated this often while one writes: well within the time after which the others take it to be over. */
const REPEAT_MS = 3_000;
/** Who has written nothing for so long is not writing. */
const PAUSE_MS = 5_000;

/** Tells the others that one is writing, rarely; and that one has stopped. */
export class TypingSignal {
  readonly #send: (typing: boolean) => void;
  #sentAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (typing: boolean) => void) {
    this.#send = send;
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
    if (this.#sentAt !== undefined && now - this.#sentAt < REPEAT_MS) return;
    this.#sentAt = now;
    this.#send(true);
  }

  /** The message itself says that one has stopped. */
  sent() {
    clearTimeout(this.#timer);
    this.#sentAt = undefined;
  }

  stop() {
    const wasSent = this.#sentAt !== undefined;
    this.sent();
    if (wasSent) this.#send(false);
  }
}
