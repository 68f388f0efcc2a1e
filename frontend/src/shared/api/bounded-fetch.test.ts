import { beforeEach, describe, expect, it, vi } from 'vitest';
import { boundedFetch } from './bounded-fetch';

const request = (signal?: AbortSignal) => new Request('http://localhost/api', { ...(signal && { signal }) });

/** Requests under way. Node.js aborts no request that only its own listener refers to: it may have been collected. */
const underWay: Request[] = [];

/** A connection on which no response comes, and which fails when it is aborted. */
function dead(sent: Request): Promise<Response> {
  underWay.push(sent);
  return new Promise((_, reject) => {
    sent.signal.addEventListener('abort', () => {
      reject(sent.signal.reason as Error);
    });
  });
}

beforeEach(() => {
  underWay.length = 0;
  vi.useFakeTimers();
});

describe('a call', () => {
  it('fails when no answer has begun within 30 s', async () => {
    vi.stubGlobal('fetch', dead);
    const failed = vi.fn();
    void boundedFetch(request()).catch(failed);

    await vi.advanceTimersByTimeAsync(29_999);
    expect(failed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(failed).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'TimeoutError' }));
  });

  it('fails when an answer is not complete a minute after it began', async () => {
    vi.stubGlobal('fetch', (sent: Request) => {
      underWay.push(sent);
      const body = new ReadableStream({
        start: (controller) => {
          sent.signal.addEventListener('abort', () => {
            controller.error(sent.signal.reason);
          });
        },
      });
      return Promise.resolve(new Response(body));
    });
    const failed = vi.fn();
    const response = await boundedFetch(request());
    void response.text().catch(failed);

    await vi.advanceTimersByTimeAsync(59_999);
    expect(failed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(failed).toHaveBeenCalledOnce();
  });

  it('that is answered is left alone', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('here')));

    const response = await boundedFetch(request());
    await vi.advanceTimersByTimeAsync(120_000);

    expect(await response.text()).toBe('here');
  });

  it('ends when who made it no longer wants it', async () => {
    vi.stubGlobal('fetch', dead);
    const caller = new AbortController();
    const failed = expect(boundedFetch(request(caller.signal))).rejects.toMatchObject({ name: 'AbortError' });

    caller.abort();

    await failed;
  });
});
