/** Longest wait for the beginning of an answer, and after it for the rest. */
const ANSWER_MS = 30_000;
const REST_MS = 60_000;
/** An archive of all data is as large as what a person has sent. */
const ARCHIVE_MS = 30 * 60_000;

/**
 * `fetch` which fails when no answer begins within 30 s or one is not complete a minute later (an archive, half an hour): a line may
 * swallow everything and close nothing, and browsers then wait for a quarter of an hour.
 */
export async function boundedFetch(request: Request): Promise<Response> {
  const late = new AbortController();
  request.signal.addEventListener('abort', () => {
    late.abort(request.signal.reason);
  });
  if (request.signal.aborted) late.abort(request.signal.reason);
  const giveUpAfter = (ms: number) =>
    setTimeout(() => {
      late.abort(new DOMException('no answer in time', 'TimeoutError'));
    }, ms);
  const timer = giveUpAfter(ANSWER_MS);
  try {
    const response = await fetch(new Request(request, { signal: late.signal }));
    giveUpAfter(request.headers.get('accept') === 'application/zip' ? ARCHIVE_MS : REST_MS);
    return response;
  } finally {
    clearTimeout(timer);
  }
}
