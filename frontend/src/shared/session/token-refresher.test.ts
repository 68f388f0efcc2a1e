// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLocks } from '../../../test/fake/fake-locks';
import { TokenRefresher } from './token-refresher';

const needed = () => true;
const signedIn = {
  accessToken: 't',
  tokenType: 'Bearer',
  expiresInSeconds: 900,
  user: { id: 'u', name: 'Ada' },
};

/** A server whose refresh cookie is good once: each answer sets the next. */
class OneTimeCookie {
  jar = 0;
  revoked = false;
  #current = 0;

  /** The cookie goes with the request; its successor comes with the answer, some time later. */
  readonly fetch = vi.fn(async () => {
    const shown = this.jar;
    if (this.revoked || shown !== this.#current) {
      this.revoked = true;
      return Response.json({ code: 'session_revoked' }, { status: 401 });
    }
    const next = ++this.#current;
    await new Promise((resolve) => setTimeout(resolve, 300));
    this.jar = next;
    return Response.json(signedIn);
  });
}

let cookie: OneTimeCookie;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  cookie = new OneTimeCookie();
  vi.stubGlobal('fetch', cookie.fetch);
});

describe('TokenRefresher', () => {
  it('never shows the same cookie twice, however many tabs refresh at once', async () => {
    const tabs = Array.from({ length: 5 }, () => new TokenRefresher().refresh(needed));
    await vi.advanceTimersByTimeAsync(10_000);

    expect((await Promise.all(tabs)).map(({ kind }) => kind)).toEqual(Array(5).fill('renewed'));
    expect(cookie.revoked).toBe(false);
  });

  it('does not ask when another tab was faster', async () => {
    let token = 'old';
    const tabs = [1, 2].map(() =>
      new TokenRefresher()
        .refresh(() => token === 'old')
        .then((outcome) => {
          if (outcome.kind === 'renewed') token = 'new';
          return outcome.kind;
        }),
    );
    await vi.advanceTimersByTimeAsync(10_000);

    expect(await Promise.all(tabs)).toEqual(['renewed', 'unneeded']);
  });

  it('waits for the answer to a request that a reload left behind', async () => {
    // The page goes away: its lock is gone, its request is not, nor the mark that says so.
    void new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(10);
    vi.stubGlobal('navigator', { locks: new FakeLocks() });

    const after = new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(10_000);

    expect((await after).kind).toBe('renewed');
    expect(cookie.revoked).toBe(false);
  });

  it('waits, too, when leaving the page made its request fail, whose answer is still under way', async () => {
    vi.stubGlobal('fetch', () => {
      void cookie.fetch();
      return Promise.reject(new TypeError('Failed to fetch'));
    });
    await new TokenRefresher().refresh(needed);
    vi.stubGlobal('fetch', cookie.fetch);

    const after = new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(10_000);

    expect((await after).kind).toBe('renewed');
    expect(cookie.revoked).toBe(false);
  });

  it('lets the answer’s cookie come in when the page goes away', async () => {
    void new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(cookie.fetch).toHaveBeenCalledWith(expect.stringMatching(/\/api\/v1\/auth\/refresh$/), {
      method: 'POST',
      keepalive: true,
    });
  });

  it.each([
    [401, 'session_revoked', 'refused'],
    [403, 'forbidden_origin', 'refused'],
    [429, 'rate_limited', 'unreachable'],
    [503, 'unavailable', 'unreachable'],
  ])('takes %i for %s: %s', async (status, code, kind) => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ code }, { status })));

    expect((await new TokenRefresher().refresh(needed)).kind).toBe(kind);
  });

  it('takes no answer for a server that is away', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

    expect((await new TokenRefresher().refresh(needed)).kind).toBe('unreachable');
  });
});
