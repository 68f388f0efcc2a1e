import type { Body } from './answers';
import { FakeChanges } from './fake-changes';
import type { FakeSocket } from './fake-people';

/** What goes over sockets. */
export abstract class FakeSockets extends FakeChanges {
  readonly frames: Body[] = [];
  /** Frames of clients get no answer while this is set. */
  deaf = false;
  /** Sockets are refused while this is unset. */
  socketsOpen = true;

  /** A socket with its token; answers whether it is let in. */
  connect(socket: FakeSocket, token: string | undefined): boolean {
    const userId = this.holderOf(token);
    if (userId === undefined || !this.socketsOpen) return false;
    this.sockets.set(socket, userId);
    say(socket, {
      type: 'ready',
      userId,
      connectionId: `s-${this.nextId()}`,
      serverTime: this.instant(),
    });
    return true;
  }

  disconnect(socket: FakeSocket) {
    this.sockets.delete(socket);
  }

  receive(socket: FakeSocket, data: string) {
    const userId = this.sockets.get(socket);
    const frame = JSON.parse(data) as Body;
    this.frames.push(frame);
    if (this.deaf || userId === undefined) return;
    if (frame['type'] === 'authenticate') {
      say(socket, { type: 'authenticated', expiresAt: new Date(this.now() + 900_000).toISOString() });
    }
    const talk = this.talks.get(String(frame['conversationId']));
    if (talk === undefined) return;
    switch (frame['type']) {
      case 'send':
        say(socket, { type: 'sent', message: this.send(talk, userId, frame, socket) });
        break;
      case 'read':
        this.readTo(talk, userId, Number(frame['seq']));
        break;
      case 'delivered':
        this.deliverTo(talk, userId, Number(frame['seq']));
        break;
      case 'typing':
        this.type(talk, this.user(userId), Boolean(frame['typing']));
    }
  }

  protected holderOf(token: string | undefined): string | undefined {
    const userId = token?.split(' ')[1];
    return userId !== undefined && this.users.has(userId) ? userId : undefined;
  }
}

function say(socket: FakeSocket, frame: object) {
  socket.send(JSON.stringify(frame));
}
