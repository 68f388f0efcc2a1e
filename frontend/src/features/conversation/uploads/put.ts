import { Problem } from '@/shared/api/problem';

/** A connection may swallow everything and close nothing: without progress for this long another way is tried. */
const STALLED_MS = 60_000;

interface Target {
  url: string;
  headers: Record<string, string>;
}

/** Puts bytes where a presigned URL says. With XMLHttpRequest: fetch does not tell how much of a body has gone. */
export function put(
  { url, headers }: Target,
  blob: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(cancelled());
      return;
    }
    const request = new XMLHttpRequest();
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
    const abort = () => {
      request.abort();
    };
    request.onloadend = () => {
      clearTimeout(stalled);
      signal.removeEventListener('abort', abort);
    };
    request.upload.onprogress = ({ loaded }) => {
      watch();
      onSent(Math.min(loaded, blob.size));
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(refusal(request.status));
    };
    request.onerror = () => {
      reject(Problem.unreachable());
    };
    request.onabort = () => {
      reject(cancelled());
    };
    signal.addEventListener('abort', abort);
    watch();
    request.send(blob);
  });
}

/** What the store says when a URL has expired. */
export const EXPIRED = 'upload_expired';

/** 403 says that the link has run out, and another one is to be had. */
function refusal(status: number): Problem {
  return status === 403 ? new Problem(503, EXPIRED) : new Problem(status, 'upload_refused');
}

function cancelled(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}
