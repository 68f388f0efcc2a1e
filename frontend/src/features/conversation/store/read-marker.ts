/** How long reading is gathered before the server hears of it: a burst of messages makes one frame. */
const GATHER_MS = 200;

/** Tells the server up to where one conversation was read: never backwards, and again after a reconnect. */
export class ReadMarker {
  #seq = 0;
  #sent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #tell: (seq: number) => boolean;

  /** `tell` says whether there was a connection to say it on. */
  constructor(tell: (seq: number) => boolean) {
    this.#tell = tell;
  }

  mark(seq: number) {
    if (seq <= this.#seq) return;
    this.#seq = seq;
    this.#timer ??= setTimeout(() => {
      this.#flush();
    }, GATHER_MS);
  }

  /** What was said on the old connection may be lost. */
  reconnected() {
    this.#sent = 0;
    this.#flush();
  }

  /** Where there is no connection. */
  async tellBy(way: (seq: number) => Promise<unknown>) {
    const seq = this.#seq;
    if (seq <= this.#sent) return;
    await way(seq);
    this.#sent = Math.max(this.#sent, seq);
  }

  dispose() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush() {
    this.dispose();
    if (this.#seq > this.#sent && this.#tell(this.#seq)) this.#sent = this.#seq;
  }
}
