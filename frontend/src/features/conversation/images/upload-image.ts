import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import { Problem } from '@/shared/api/problem';
import type { OutgoingImage } from '../timeline';

/** A line may swallow everything and close nothing: after so long without progress another way is tried. */
const STALLED_MS = 60_000;

/** Brings an image's bytes to the store and answers its id. Progress comes from 0 to 1, in hundredths at most. */
export async function uploadImage(
  api: Api,
  { blob }: OutgoingImage,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { imageId, upload } = await answer(
    api.POST('/api/v1/images', {
      body: { contentType: blob.type as 'image/jpeg', bytes: blob.size },
      signal,
    }),
  );
  await put(upload.url, upload.headers, blob, onProgress, signal);
  return imageId;
}

/** With the request of old: fetch does not tell how much of a body has gone. */
function put(
  url: string,
  headers: Record<string, string>,
  blob: Blob,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let told = 0;
    request.open('PUT', url);
    Object.entries(headers).forEach(([name, value]) => {
      request.setRequestHeader(name, value);
    });
    let stalled: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => {
        reject(Problem.unreachable());
        request.abort();
      }, STALLED_MS);
    };
    request.onloadend = () => {
      clearTimeout(stalled);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      watch();
      const hundredths = Math.floor((100 * loaded) / Math.max(1, total));
      if (hundredths === told) return;
      told = hundredths;
      onProgress(hundredths / 100);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(refusal(request.status));
    };
    request.onerror = () => {
      reject(Problem.unreachable());
    };
    request.onabort = () => {
      reject(new DOMException('cancelled', 'AbortError'));
    };
    signal.addEventListener('abort', () => {
      request.abort();
    });
    if (signal.aborted) {
      reject(new DOMException('cancelled', 'AbortError'));
      return;
    }
    watch();
    request.send(blob);
  });
}

/** The store's no: 403 says that the link has run out, and another one is to be had. */
function refusal(status: number): Problem {
  return new Problem(status === 403 ? 503 : status, 'upload_refused');
}
