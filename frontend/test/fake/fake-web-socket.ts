import { vi } from 'vitest';

/** A socket whose other end is the test. */
export class FakeWebSocket {
  static instances: FakeWebSocket[] = [];

  static get last(): FakeWebSocket {
    const last = FakeWebSocket.instances.at(-1);
    if (last === undefined) throw new Error('no socket was opened');
    return last;
  }

  static install() {
    FakeWebSocket.instances = [];
    vi.stubGlobal('WebSocket', FakeWebSocket);
  }

  readonly sent: unknown[] = [];
  closed = false;
  onopen: (() => void) | undefined;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onclose: ((event: { code: number }) => void) | undefined;

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    FakeWebSocket.instances.push(this);
  }

  send(data: string) {
    this.sent.push(JSON.parse(data));
  }

  close() {
    this.closed = true;
  }

  /** The server lets us in. */
  ready() {
    this.onopen?.();
    this.say({ type: 'ready', userId: 'u', connectionId: 's', serverTime: '2025-01-01T00:00:00.000Z' });
  }

  say(frame: unknown) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  end(code: number) {
    this.onclose?.({ code });
  }
}
