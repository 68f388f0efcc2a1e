const MOST_AT_HAND = 20;

/** Images and voice messages that were sent from here or played, by id: not fetched again. The oldest give way. */
export class BlobsAtHand {
  readonly #urls = new Map<string, string>();
  readonly #blobs = new WeakMap<Blob, string>();

  /** An address for bytes that are on their way. */
  urlOf(blob: Blob): string {
    const known = this.#blobs.get(blob);
    if (known !== undefined) return known;
    const url = URL.createObjectURL(blob);
    this.#blobs.set(blob, url);
    return url;
  }

  keep(id: string, blob: Blob): string {
    const url = this.urlOf(blob);
    this.#urls.set(id, url);
    const [oldest] = this.#urls;
    if (this.#urls.size > MOST_AT_HAND && oldest !== undefined) {
      this.#urls.delete(oldest[0]);
      URL.revokeObjectURL(oldest[1]);
    }
    return url;
  }

  of(id: string): string | undefined {
    return this.#urls.get(id);
  }

  dispose() {
    this.#urls.forEach((url) => {
      URL.revokeObjectURL(url);
    });
    this.#urls.clear();
  }
}
