import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeWebSocket } from '../../../test/fake/fake-web-socket';
import type { Tokens } from './live-connection';
import { LiveConnection } from './live-connection';

/** Tokens t1, t2, …; a new one with every renewal. */
class FakeTokens implements Tokens {
  renewals = 0;
  over = false;
  freshToken = () => Promise.resolve(this.over ? undefined : `t${this.renewals + 1}`);
  renew = () => {
    this.renewals += 1;
    return this.freshToken();
  };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const sockets = () => FakeWebSocket.instances.length;

let tokens: FakeTokens;
let live: LiveConnection;

/** As much jitter as there can be, so that the longest pauses are seen. */
async function connected(random = () => 1) {
  live = new LiveConnection({ url: 'ws://natter/api/v1/socket', tokens, random });
  live.start();
  await settle();
  FakeWebSocket.last.ready();
  return FakeWebSocket.last;
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeWebSocket.install();
  tokens = new FakeTokens();
});

describe('LiveConnection', () => {
  it('carries the token in the subprotocol', async () => {
    const socket = await connected();

    expect(socket.url).toBe('ws://natter/api/v1/socket');
    expect(socket.protocols).toEqual([
      'bearer-token-carrier',
      'quarkus-http-upgrade%23Authorization%23Bearer%20t1',
    ]);
  });

  it('is open from the server’s ready on, not before', async () => {
    live = new LiveConnection({ url: 'ws://natter/', tokens });
    const seen: string[] = [];
    live.subscribe(() => seen.push(live.getSnapshot()));
    live.start();
    await settle();
    FakeWebSocket.last.onopen?.();
    expect(live.send({ type: 'read', conversationId: 'c', seq: 1 })).toBe(false);

    FakeWebSocket.last.ready();

    expect(seen).toEqual(['connecting', 'open']);
    expect(live.send({ type: 'read', conversationId: 'c', seq: 1 })).toBe(true);
  });

  it('hands every frame it knows to its listeners, and nothing else', async () => {
    const socket = await connected();
    const heard: string[] = [];
    live.listen(({ type }) => heard.push(type));

    socket.say({ type: 'resync' });
    socket.say({ type: 'of-the-future', more: [] });
    socket.say({ type: 'message', message: { seq: 'one' } });
    socket.onmessage?.({ data: '{' });
    socket.onmessage?.({ data: new Blob() });

    expect(heard).toEqual(['resync']);
  });

  it.each([1006, 1012, 1000, 4413])('comes back by itself after a close with %i', async (code) => {
    const socket = await connected();

    socket.end(code);
    expect(live.getSnapshot()).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1_000);

    expect(sockets()).toBe(2);
  });

  it('waits longer with every failure, never more than 30 s, and with full jitter', async () => {
    let luck = 1;
    await connected(() => luck);
    const pauses: number[] = [];
    for (let n = 0; n < 8; n++) {
      FakeWebSocket.last.end(1006);
      const before = sockets();
      const from = Date.now();
      while (sockets() === before) await vi.advanceTimersByTimeAsync(250);
      pauses.push(Date.now() - from);
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);

    luck = 0;
    FakeWebSocket.last.end(1006);
    const before = sockets();
    await settle();
    expect(sockets()).toBe(before + 1);
  });

  it('begins with short pauses again once a connection has held', async () => {
    let luck = 0;
    await connected(() => luck);
    for (let n = 0; n < 3; n++) {
      FakeWebSocket.last.end(1006);
      await settle();
    }
    FakeWebSocket.last.ready();
    await vi.advanceTimersByTimeAsync(10_000);
    const before = sockets();
    luck = 1;

    FakeWebSocket.last.end(1006);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(sockets()).toBe(before + 1);
  });

  it('tries at once when the network is back', async () => {
    const socket = await connected();
    socket.end(1006);

    live.nudge();
    await settle();

    expect(sockets()).toBe(2);
  });

  it('tests a suspect line, and drops it when nothing answers', async () => {
    const socket = await connected();
    live.nudge();
    expect(socket.sent).toEqual([{ type: 'authenticate', accessToken: 't1' }]);

    await vi.advanceTimersByTimeAsync(5_001);

    expect(socket.closed).toBe(true);
    expect(sockets()).toBe(2);
  });

  it('keeps a suspect line that answers', async () => {
    const socket = await connected();
    live.nudge();
    socket.say({ type: 'authenticated', expiresAt: '2025-01-01T00:00:00.000Z' });

    await vi.advanceTimersByTimeAsync(20_000);

    expect([socket.closed, sockets()]).toEqual([false, 1]);
  });

  it('renews the token after a close for want of one, and connects at once', async () => {
    const socket = await connected();

    socket.end(4401);
    await settle();

    expect(tokens.renewals).toBe(1);
    expect(decodeURIComponent(FakeWebSocket.last.protocols[1] ?? '')).toMatch(/Bearer t2$/);
  });

  it('does not storm a server that goes on closing for want of a token', async () => {
    const socket = await connected();
    socket.end(4401);
    await settle();
    FakeWebSocket.last.ready();

    FakeWebSocket.last.end(4401);
    await settle();

    expect([sockets(), live.getSnapshot()]).toEqual([2, 'waiting']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sockets()).toBe(3);
  });

  it('slows down after a flood', async () => {
    const socket = await connected(() => 0);
    socket.end(4429);

    await vi.advanceTimersByTimeAsync(4_999);
    expect(sockets()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sockets()).toBe(2);
  });

  it('suspects the token when handshakes go on failing', async () => {
    await connected(() => 0);
    FakeWebSocket.last.end(1006);
    await settle();
    for (let n = 0; n < 2; n++) {
      FakeWebSocket.last.end(1006);
      await settle();
    }

    expect(tokens.renewals).toBe(1);
  });

  it('gives up a handshake that is not answered', async () => {
    live = new LiveConnection({ url: 'ws://natter/', tokens, random: () => 0 });
    live.start();
    await settle();

    await vi.advanceTimersByTimeAsync(10_001);

    expect(sockets()).toBe(2);
  });

  it('proves who it is when the server says that the token has expired', async () => {
    const socket = await connected();

    socket.say({ type: 'token-expired' });
    await settle();

    expect(socket.sent).toEqual([{ type: 'authenticate', accessToken: 't2' }]);
  });

  it('passes frames on evenly, below what the server takes for a flood', async () => {
    const socket = await connected();
    for (let seq = 1; seq <= 100; seq++) live.send({ type: 'read', conversationId: 'c', seq });

    expect(socket.sent).toHaveLength(20);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(socket.sent).toHaveLength(40);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(socket.sent.map((frame) => (frame as { seq: number }).seq)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
  });

  it('stops for good, also while it waits for a token', async () => {
    live = new LiveConnection({ url: 'ws://natter/', tokens });
    live.start();
    live.stop();
    await vi.advanceTimersByTimeAsync(120_000);

    expect([sockets(), live.getSnapshot()]).toEqual([0, 'idle']);
  });

  it('hears nothing of a connection it has dropped', async () => {
    const old = await connected();
    old.end(1006);
    await vi.advanceTimersByTimeAsync(1_000);
    FakeWebSocket.last.ready();
    const heard: string[] = [];
    live.listen(({ type }) => heard.push(type));

    old.say({ type: 'resync' });
    old.end(4401);

    expect(heard).toEqual([]);
    expect(live.getSnapshot()).toBe('open');
  });

  it('notices within 60 s that nothing passes any more, and connects again', async () => {
    const dead = await connected();

    await vi.advanceTimersByTimeAsync(60_000);

    expect(dead.closed).toBe(true);
    expect(FakeWebSocket.last).not.toBe(dead);
    live.stop();
  });

  it('leaves a line alone that answers, however little comes', async () => {
    const socket = await connected();
    for (let turn = 0; turn < 10; turn++) {
      await vi.advanceTimersByTimeAsync(31_000);
      expect(socket.sent).toHaveLength(turn + 1);
      socket.say({ type: 'authenticated', expiresAt: '2999-01-01T00:00:00.000Z' });
    }

    expect(FakeWebSocket.last).toBe(socket);
    live.stop();
  });
});
