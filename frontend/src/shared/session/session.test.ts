// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLocks } from '../../../test/fake/fake-locks';
import { Session } from './session';
import type { TabNews } from './tabs';
import { Tabs } from './tabs';
import { TokenRefresher } from './token-refresher';

const MINUTE = 60_000;

/** Tabs of one browser. */
class FakeChannel {
  static all: FakeChannel[] = [];
  onmessage: ((event: { data: TabNews }) => void) | undefined;

  constructor() {
    FakeChannel.all.push(this);
  }

  postMessage(data: TabNews) {
    FakeChannel.all.filter((other) => other !== this).forEach((other) => other.onmessage?.({ data }));
  }

  close() {
    FakeChannel.all = FakeChannel.all.filter((other) => other !== this);
  }
}

/** What the server does with the next calls; by default it renews. */
let answers: (() => Response)[];
let calls: { path: string; authorization: string | null }[];
let renewals: number;

const user = { id: 'u-ada', name: 'Ada', createdAt: '2025-01-01T00:00:00.000Z', avatar: null, about: null };
const renewed = () =>
  Response.json({ accessToken: `t${++renewals}`, tokenType: 'Bearer', expiresInSeconds: 900, user });
const refused = () => Response.json({ code: 'session_revoked' }, { status: 401 });

const sessions: Session[] = [];
function open() {
  const session = new Session(new TokenRefresher(), new Tabs());
  sessions.push(session);
  return session;
}
async function signedIn() {
  const session = open();
  await session.start();
  return session;
}
const refreshes = () => calls.filter(({ path }) => path.endsWith('/refresh')).length;
const status = (session: Session) => session.getSnapshot().status;

beforeEach(() => {
  vi.useFakeTimers();
  FakeChannel.all = [];
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  answers = [];
  calls = [];
  renewals = 0;
  vi.stubGlobal('fetch', (input: string | Request) => {
    const request = typeof input === 'string' ? undefined : input;
    const path = new URL(request?.url ?? (input as string)).pathname;
    calls.push({ path, authorization: request?.headers.get('authorization') ?? null });
    const answer = answers.shift();
    return Promise.resolve(
      answer === undefined ? (path.endsWith('/refresh') ? renewed() : Response.json({})) : answer(),
    );
  });
});

afterEach(() => {
  sessions.splice(0).forEach((session) => {
    session.close();
  });
});

const call = () => new Request('http://natter/api/v1/users/me');

describe('Session', () => {
  it('finds out from the cookie who is signed in', async () => {
    const session = await signedIn();

    expect(session.getSnapshot()).toEqual({ status: 'signed-in', user });
  });

  it('is signed out, never having been in, when there is no session behind the cookie', async () => {
    answers = [refused];

    expect((await signedIn()).getSnapshot()).toEqual({ status: 'signed-out', reason: 'never' });
  });

  it('keeps the token in memory and nowhere else', async () => {
    await signedIn();

    expect(
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    ).not.toMatch(/t1/);
  });

  it('renews before the token expires, and tells who asked to know', async () => {
    const session = await signedIn();
    const seen: string[] = [];
    session.onToken((token) => seen.push(token));

    await vi.advanceTimersByTimeAsync(13 * MINUTE);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(1 * MINUTE);

    expect(seen).toEqual(['t2']);
  });

  it('goes on trying while the server is away, and stays signed in', async () => {
    const session = await signedIn();
    const away = () => Response.json({ code: 'unavailable' }, { status: 503 });
    answers = [away, away, away];

    await vi.advanceTimersByTimeAsync(15 * MINUTE);

    expect(status(session)).toBe('signed-in');
    expect(await session.freshToken()).toBe('t2');
  });

  it('tries at once when the network is back, and asks for nothing when there was no failure', async () => {
    const away = () =>
      Response.json({ code: 'unavailable' }, { status: 503, headers: { 'retry-after': '30' } });
    answers = [away];
    const session = open();
    await session.start();
    expect(session.getSnapshot()).toEqual({ status: 'starting', unreachable: true });

    session.nudge();
    await vi.advanceTimersByTimeAsync(1);
    session.nudge();

    expect(status(session)).toBe('signed-in');
    expect(refreshes()).toBe(2);
  });

  it('asks for nothing once it is closed, not even again for what fails then', async () => {
    const session = open();
    const away = () => {
      session.close();
      return Response.json({ code: 'unavailable' }, { status: 503 });
    };
    answers = [away];

    await session.start();
    await vi.advanceTimersByTimeAsync(60_000);
    await session.freshToken();

    expect(refreshes()).toBe(1);
  });

  it('ends when the server ends it', async () => {
    const session = await signedIn();
    answers = [refused];

    await vi.advanceTimersByTimeAsync(15 * MINUTE);

    expect(session.getSnapshot()).toEqual({ status: 'signed-out', reason: 'ended' });
    expect(await session.freshToken()).toBeUndefined();
  });

  it('sends requests in the user’s name', async () => {
    const session = await signedIn();

    await session.fetch(call());

    expect(calls.at(-1)).toEqual({ path: '/api/v1/users/me', authorization: 'Bearer t1' });
  });

  it('renews once for many requests that are refused at once, and sends each again', async () => {
    const session = await signedIn();
    answers = [refused, refused, refused];

    const responses = await Promise.all([1, 2, 3].map(() => session.fetch(call())));

    expect(responses.map((response) => response.status)).toEqual([200, 200, 200]);
    expect(refreshes()).toBe(2);
    expect(calls.slice(-3).map(({ authorization }) => authorization)).toEqual(Array(3).fill('Bearer t2'));
  });

  it('gives up after one repetition', async () => {
    const session = await signedIn();
    answers = [refused, renewed, refused];

    expect((await session.fetch(call())).status).toBe(401);
    expect(refreshes()).toBe(2);
  });

  it('shares a new token with the other tabs, which then need none of their own', async () => {
    const one = await signedIn();
    const other = open();
    await other.start();
    expect(refreshes()).toBe(2);

    await vi.advanceTimersByTimeAsync(15 * MINUTE);

    expect(refreshes()).toBe(3);
    expect(await one.freshToken()).toBe(await other.freshToken());
  });

  it('signs out in every tab', async () => {
    const one = await signedIn();
    const other = await signedIn();

    await one.signOut();

    expect(calls.at(-1)?.path).toBe('/api/v1/auth/logout');
    expect([status(one), status(other)]).toEqual(['signed-out', 'signed-out']);
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(calls.at(-1)?.path).toBe('/api/v1/auth/logout');
  });

  it('signs in in every tab', async () => {
    answers = [refused, refused];
    const one = await signedIn();
    const other = await signedIn();

    one.signIn({ accessToken: 'fresh', tokenType: 'Bearer', expiresInSeconds: 900, user });

    expect(other.getSnapshot()).toEqual({ status: 'signed-in', user });
    expect(await other.freshToken()).toBe('fresh');
  });

  it('keeps who signed in while it was still being asked who had been', async () => {
    let refuse: () => void = () => undefined;
    const late = new Promise<Response>((resolve) => {
      refuse = () => {
        resolve(refused());
      };
    });
    vi.stubGlobal('fetch', () => late);
    const session = open();
    const asked = session.start();
    await vi.advanceTimersByTimeAsync(1);

    session.signIn({ accessToken: 'fresh', tokenType: 'Bearer', expiresInSeconds: 900, user });
    refuse();
    await asked;

    expect(session.getSnapshot()).toEqual({ status: 'signed-in', user });
    expect(await session.freshToken()).toBe('fresh');
  });

  it('says when signing out did not reach the server, and stays signed in', async () => {
    const session = await signedIn();
    answers = [() => Response.json({ code: 'unavailable' }, { status: 503 })];

    await expect(session.signOut()).rejects.toMatchObject({ code: 'unavailable' });

    expect(status(session)).toBe('signed-in');
  });
});
