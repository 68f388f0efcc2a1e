import { queryOptions } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';

/** Links are renewed this long before they end, so that none ends while it is followed. */
const MARGIN_MS = 30_000;
const MOST_AT_HAND = 20;

/** Where an image can be read, for as long as the link is good. */
export function linkOptions(api: Api, imageId: string) {
  return queryOptions({
    queryKey: ['image', imageId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/images/{imageId}', {
          params: { path: { imageId } },
          headers: { accept: 'application/json' },
          signal,
        }),
      ),
    staleTime: ({ state }) =>
      state.data === undefined
        ? 0
        : Math.max(0, Date.parse(state.data.expiresAt) - state.dataUpdatedAt - MARGIN_MS),
  });
}

/** Images that were sent from here, by id: shown from memory, not fetched back. The oldest give way. */
export class PicturesAtHand {
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

  keep(imageId: string, blob: Blob) {
    this.#urls.set(imageId, this.urlOf(blob));
    const [oldest] = this.#urls;
    if (this.#urls.size > MOST_AT_HAND && oldest !== undefined) {
      this.#urls.delete(oldest[0]);
      URL.revokeObjectURL(oldest[1]);
    }
  }

  of(imageId: string): string | undefined {
    return this.#urls.get(imageId);
  }

  dispose() {
    this.#urls.forEach((url) => {
      URL.revokeObjectURL(url);
    });
    this.#urls.clear();
  }
}
