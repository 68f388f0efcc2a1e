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

/** A server whose refresh cookie is good once, and once more for the same request; each answer sets the next. */
class OneTimeCookie {
  jar = 0;
  revoked = false;
  keys: (string | undefined)[] = [];
  #current = 0;
  #lastKey: string | undefined;

  /** The cookie goes with the request; its successor comes with the answer, some time later. */
  readonly fetch = vi.fn(async ({ headers }: Request) => {
    const shown = this.jar;
    const key = headers.get('idempotency-key') ?? undefined;
    this.keys.push(key);
    const isRepetition = shown === this.#current - 1 && key !== undefined && key === this.#lastKey;
    if (this.revoked || (shown !== this.#current && !isRepetition)) {
      this.revoked = true;
      return Response.json({ code: 'session_revoked' }, { status: 401 });
    }
    if (!isRepetition) this.#current++;
    this.#lastKey = key;
    const next = this.#current;
    await new Promise((resolve) => setTimeout(resolve, 300));
    this.jar = next;
    return Response.json(signedIn);
  });

  /** The server has done its part; the page was left, and neither its script nor the cookie jar hears of it. */
  readonly unheard = async (request: Request) => {
    const before = this.jar;
    await this.fetch(request);
    this.jar = before;
    throw new TypeError('Failed to fetch');
  };
}

let cookie: OneTimeCookie;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  localStorage.clear();
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

  it('repeats the request that a reload left behind, while it is under way', async () => {
    // The page goes away: its lock is gone, its request is not, nor the key of it.
    void new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(10);
    vi.stubGlobal('navigator', { locks: new FakeLocks() });

    const after = new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(1_000);

    expect((await after).kind).toBe('renewed');
    expect(new Set(cookie.keys).size).toBe(1);
    expect(cookie.revoked).toBe(false);
  });

  it('repeats a request whose answer was lost, however often, and at once', async () => {
    for (let n = 0; n < 3; n++) {
      vi.stubGlobal('fetch', cookie.unheard);
      const lost = new TokenRefresher().refresh(needed);
      await vi.advanceTimersByTimeAsync(300);
      expect((await lost).kind).toBe('unreachable');
    }
    vi.stubGlobal('fetch', cookie.fetch);

    const after = new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(300);

    expect((await after).kind).toBe('renewed');
    expect(cookie.revoked).toBe(false);
  });

  it('goes on when the cookie of an unheard answer had landed', async () => {
    vi.stubGlobal('fetch', async (request: Request) => {
      await cookie.fetch(request);
      return new Response('{"accessTok', { status: 200 });
    });
    const lost = new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(300);
    expect((await lost).kind).toBe('unreachable');
    vi.stubGlobal('fetch', cookie.fetch);

    const after = new TokenRefresher().refresh(needed);
    await vi.advanceTimersByTimeAsync(300);

    expect((await after).kind).toBe('renewed');
    expect(cookie.revoked).toBe(false);
  });

  it('has a key of its own for each request that was answered', async () => {
    for (let n = 0; n < 3; n++) {
      const refreshed = new TokenRefresher().refresh(needed);
      await vi.advanceTimersByTimeAsync(300);
      expect((await refreshed).kind).toBe('renewed');
    }

    expect(new Set(cookie.keys).size).toBe(3);
    expect(cookie.keys.every((key) => /^[\w-]{22,64}$/.test(key ?? ''))).toBe(true);
    expect(localStorage).toHaveLength(0);
  });

  it.each([
    [503, true],
    [429, true],
    [401, false],
  ])('after a %i keeps the key: %s', async (status, kept) => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ code: 'x' }, { status })));

    await new TokenRefresher().refresh(needed);

    expect(localStorage).toHaveLength(kept ? 1 : 0);
  });

  it('is safe without locks, too', async () => {
    vi.stubGlobal('navigator', {});

    const tabs = [1, 2, 3].map(() => new TokenRefresher().refresh(needed));
    await vi.advanceTimersByTimeAsync(1_000);

    expect((await Promise.all(tabs)).map(({ kind }) => kind)).toEqual(Array(3).fill('renewed'));
    expect(cookie.revoked).toBe(false);
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
