import type { SignedIn, User } from '@/shared/api/model';
import { boundedFetch } from '@/shared/api/bounded-fetch';
import { Problem } from '@/shared/api/problem';
import type { AccessToken, Tabs } from './tabs';
import type { RefreshOutcome, TokenRefresher } from './token-refresher';
import { exclusively } from './token-refresher';

export type SessionState =
  | { status: 'starting'; unreachable: boolean }
  | { status: 'signed-out'; reason: 'never' | 'asked' | 'ended' }
  | { status: 'signed-in'; user: User };

/** A token this close to its end is renewed before it is used. */
const ABOUT_TO_EXPIRE_MS = 5_000;
const RENEW_BEFORE_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Who is signed in here. The access token is kept in memory and renewed in time; the HttpOnly cookie behind it is the
 * browser's. All tabs agree: what one learns, the others hear.
 */
export class Session {
  #state: SessionState = { status: 'starting', unreachable: false };
  #token: AccessToken | undefined;
  #refreshing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #closed = false;
  readonly #watchers = new Set<() => void>();
  readonly #tokenWatchers = new Set<(token: string) => void>();
  readonly #refresher: TokenRefresher;
  readonly #tabs: Tabs;

  constructor(refresher: TokenRefresher, tabs: Tabs) {
    this.#refresher = refresher;
    this.#tabs = tabs;
    tabs.listen((news) => {
      if (news.type === 'token') this.#adopt(news.token, news.user);
      else this.#leave('ended');
    });
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#state;

  /** Calls back with every access token that takes the place of an earlier one. */
  onToken(watcher: (token: string) => void): () => void {
    this.#tokenWatchers.add(watcher);
    return () => this.#tokenWatchers.delete(watcher);
  }

  /** Finds out, from the cookie alone, whether a user is signed in; goes on trying while the server is away. */
  async start(): Promise<void> {
    await this.#refresh();
  }

  /** A code was right: this tab and all others are signed in. */
  signIn(signedIn: SignedIn) {
    const token = { value: signedIn.accessToken, expiresAt: Date.now() + signedIn.expiresInSeconds * 1000 };
    this.#adopt(token, signedIn.user);
    this.#tabs.tell({ type: 'token', token, user: signedIn.user });
  }

  /** Ends the session everywhere; throws a Problem when the server could not be reached, and nothing has changed then. */
  async signOut(): Promise<void> {
    const token = await this.freshToken();
    // Under the lock, so that no refresh of another tab is under way with the cookie that this ends.
    const response = await exclusively(() =>
      boundedFetch(
        withToken(new Request(`${location.origin}/api/v1/auth/logout`, { method: 'POST' }), token),
      ),
    ).catch(() => {
      throw Problem.unreachable();
    });
    // A 401 to a fresh token: the session was over already.
    if (!response.ok && response.status !== 401) {
      throw Problem.of(response, await response.json().catch(() => undefined));
    }
    this.end('asked');
  }

  /** The session is over, by the server's word or the user's. */
  end(reason: 'asked' | 'ended') {
    this.#tabs.tell({ type: 'signed-out' });
    this.#leave(reason);
  }

  /** The network is back: what failed for want of it is tried again at once. */
  readonly nudge = () => {
    if (this.#failures > 0 && this.#state.status !== 'signed-out') void this.#refresh();
  };

  /** Listens and renews no longer. */
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#tabs.close();
  }

  /** A token that is good for now, renewed if need be; undefined when no user is signed in or it cannot be had. */
  async freshToken(): Promise<string | undefined> {
    if (this.#token === undefined || this.#token.expiresAt - Date.now() < ABOUT_TO_EXPIRE_MS)
      await this.#refresh();
    return this.#token?.value;
  }

  /** Gets another token than `stale`, which the server no longer takes. */
  async renew(stale: string | undefined): Promise<string | undefined> {
    if (this.#token === undefined || this.#token.value === stale) await this.#refresh();
    return this.#token?.value === stale ? undefined : this.#token?.value;
  }

  /** Sends a request in the name of the signed-in user; a 401 renews the token and tries once more. */
  readonly fetch = async (request: Request): Promise<Response> => {
    const token = await this.freshToken();
    const response = await boundedFetch(withToken(request.clone(), token));
    if (response.status !== 401 || this.#state.status !== 'signed-in') return response;
    const renewed = await this.renew(token);
    return renewed === undefined ? response : boundedFetch(withToken(request, renewed));
  };

  #refresh(): Promise<void> {
    const before = this.#token;
    this.#refreshing ??= this.#refresher
      .refresh(() => !this.#closed && this.#token === before && this.#state.status !== 'signed-out')
      .then((outcome) => {
        // The cookie that was refused is not that of the user who has signed in meanwhile.
        if (outcome.kind !== 'refused' || this.#token === before) this.#conclude(outcome);
      })
      .finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  #conclude(outcome: RefreshOutcome) {
    if (outcome.kind === 'renewed') {
      if (this.#state.status !== 'signed-out') this.signIn(outcome.signedIn);
    } else if (outcome.kind === 'refused' && this.#state.status === 'signed-in') {
      this.end('ended');
    } else if (outcome.kind === 'refused' && this.#state.status === 'starting') {
      this.#leave('never');
    } else if (outcome.kind === 'unreachable' && this.#state.status !== 'signed-out') {
      if (this.#state.status === 'starting') this.#become({ status: 'starting', unreachable: true });
      const pause = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** this.#failures++) * (0.5 + Math.random() / 2);
      this.#refreshAfter(Math.max(pause, (outcome.problem.retryAfterSeconds ?? 0) * 1000));
    }
  }

  #adopt(token: AccessToken, user: User) {
    this.#token = token;
    this.#failures = 0;
    // The spread keeps the tabs from all waking for the same renewal.
    const spread = Math.random() * 20_000;
    this.#refreshAfter(Math.max(10_000, token.expiresAt - Date.now() - RENEW_BEFORE_MS - spread));
    if (this.#state.status !== 'signed-in' || this.#state.user.id !== user.id) {
      this.#become({ status: 'signed-in', user });
    }
    this.#tokenWatchers.forEach((watcher) => {
      watcher(token.value);
    });
  }

  #leave(reason: 'never' | 'asked' | 'ended') {
    clearTimeout(this.#timer);
    this.#token = undefined;
    if (this.#state.status !== 'signed-out') this.#become({ status: 'signed-out', reason });
  }

  #refreshAfter(ms: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), ms);
  }

  #become(state: SessionState) {
    this.#state = state;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}

function withToken(request: Request, token: string | undefined): Request {
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
  return request;
}
