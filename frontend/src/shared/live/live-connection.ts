import { Backoff } from './backoff';
import type { ClientFrame, ServerFrame } from './frames';
import { readFrame } from './frames';
import { Pace } from './pace';

/** `open` begins with the server's `ready`: from then on nothing is missed. */
export type LiveStatus = 'idle' | 'connecting' | 'open' | 'waiting';

/** Where access tokens come from: see Session. */
export interface Tokens {
  freshToken(): Promise<string | undefined>;
  /** A token other than `stale`; undefined when none can be had. */
  renew(stale: string | undefined): Promise<string | undefined>;
}

export interface LiveConnectionOptions {
  url: string;
  tokens: Tokens;
  random?: () => number;
}

const SIGNED_OUT = 4401;
const FLOOD = 4429;
/** Longest wait for `ready`, and for the answer that shows a suspect connection to be alive. */
const READY_MS = 10_000;
const PROBE_MS = 5_000;
/** A line on which nothing has come for so long is tested: a proxy may swallow everything and close nothing. */
const QUIET_MS = 30_000;
/** How long the answer to that test may take. */
const HEARTBEAT_MS = 15_000;
/** A connection that held this long counts as a success. */
const STABLE_MS = 10_000;
/** After so many failed handshakes the token is suspected: the browser does not tell a 401 from a dead server. */
const SUSPECT_AFTER = 2;

type TimerName = 'retry' | 'ready' | 'probe' | 'stable' | 'quiet';

/** The socket to the server: comes back by itself, proves who is speaking, and hands every known frame to its listeners. */
export class LiveConnection {
  #status: LiveStatus = 'idle';
  #socket: WebSocket | undefined;
  #token: string | undefined;
  #opened = false;
  #round = 0;
  readonly #timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  readonly #watchers = new Set<() => void>();
  readonly #listeners = new Set<(frame: ServerFrame) => void>();
  readonly #backoff: Backoff;
  readonly #pace = new Pace<ClientFrame>((frame) => this.#socket?.send(JSON.stringify(frame)));
  readonly #options: LiveConnectionOptions;

  constructor(options: LiveConnectionOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#status;

  listen(listener: (frame: ServerFrame) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start() {
    if (this.#status === 'idle') void this.#connect();
  }

  /** Closes for good, until started again. */
  stop() {
    this.#drop();
    this.#become('idle');
  }

  /** Hands the frame to the socket; false when there is none. True is no promise that it arrives. */
  send(frame: ClientFrame): boolean {
    if (this.#status !== 'open') return false;
    this.#pace.push(frame);
    return true;
  }

  /** Proves to the server, on the open socket, that we are still signed in. */
  authenticate(accessToken: string) {
    this.#token = accessToken;
    this.send({ type: 'authenticate', accessToken });
  }

  /** Something happened to the network or the machine: try at once if we are waiting, and test the line if we are not. */
  nudge() {
    if (this.#status === 'waiting') {
      void this.#connect();
    } else if (this.#status === 'open' && this.#token !== undefined && !this.#timers.has('probe')) {
      this.authenticate(this.#token);
      this.#after('probe', PROBE_MS, () => {
        this.#retry(0);
      });
    }
  }

  /** `authenticate` is the one frame that is always answered; browsers cannot send pings. */
  #heartbeat() {
    if (this.#status !== 'open' || this.#token === undefined || this.#timers.has('probe')) return;
    this.authenticate(this.#token);
    this.#after('probe', HEARTBEAT_MS, () => {
      this.#retry(this.#backoff.next());
    });
  }

  async #connect() {
    this.#drop();
    this.#become('connecting');
    const round = ++this.#round;
    const suspect = this.#backoff.failures === SUSPECT_AFTER && !this.#opened;
    const token = await (suspect
      ? this.#options.tokens.renew(this.#token)
      : this.#options.tokens.freshToken());
    // Stopped, or started anew, while we waited for the token.
    if (round !== this.#round) return;
    if (token === undefined) {
      this.#retry(this.#backoff.next());
    } else {
      this.#open(token);
    }
  }

  #open(token: string) {
    this.#token = token;
    this.#opened = false;
    const socket = new WebSocket(this.#options.url, [
      'bearer-token-carrier',
      encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`),
    ]);
    this.#socket = socket;
    this.#after('ready', READY_MS, () => {
      this.#retry(this.#backoff.next());
    });
    socket.onopen = () => (this.#opened = true);
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (socket === this.#socket) this.#receive(readFrame(event.data));
    };
    socket.onclose = (event) => {
      if (socket === this.#socket) void this.#closed(event.code);
    };
  }

  #receive(frame: ServerFrame | undefined) {
    // Whatever arrives, known or not, shows that the line is alive.
    this.#cancel('probe');
    this.#after('quiet', QUIET_MS, () => {
      this.#heartbeat();
    });
    if (frame === undefined) return;
    if (frame.type === 'ready') {
      this.#cancel('ready');
      this.#after('stable', STABLE_MS, () => {
        this.#backoff.succeed();
      });
      this.#become('open');
    }
    if (frame.type === 'token-expired') void this.#reauthenticate();
    this.#listeners.forEach((listener) => {
      listener(frame);
    });
  }

  async #reauthenticate() {
    const token = await this.#options.tokens.renew(this.#token);
    if (token !== undefined && token !== this.#token) this.authenticate(token);
  }

  async #closed(code: number) {
    if (code === SIGNED_OUT) {
      const first = this.#backoff.failures === 0;
      const pause = this.#backoff.next();
      this.#drop();
      this.#become('connecting');
      const round = ++this.#round;
      // No token: the session is over and the owner of this connection stops it; or the server is away, and we wait.
      const token = await this.#options.tokens.renew(this.#token);
      if (round === this.#round) this.#retry(first && token !== undefined ? 0 : pause);
    } else {
      this.#retry(code === FLOOD ? this.#backoff.slowDown() : this.#backoff.next());
    }
  }

  #retry(pause: number) {
    this.#drop();
    this.#become('waiting');
    this.#after('retry', pause, () => void this.#connect());
  }

  #drop() {
    this.#round += 1;
    this.#pace.stop();
    this.#timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#timers.clear();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #after(name: TimerName, ms: number, run: () => void) {
    this.#cancel(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        run();
      }, ms),
    );
  }

  #cancel(name: TimerName) {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  #become(status: LiveStatus) {
    if (status === this.#status) return;
    this.#status = status;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
