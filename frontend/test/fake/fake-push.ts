import type { Body, Route } from './answers';
import { done, json } from './answers';
import { FakeOwnViews } from './fake-own-views';

/** Which browsers take notifications, and whose they are. */
export abstract class FakePush extends FakeOwnViews {
  readonly subscriptions = new Map<string, Body & { userId: string }>();

  protected override routes(userId: string): Route[] {
    return [
      ...super.routes(userId),
      ['GET /api/v1/push/key', () => json(200, { publicKey: 'BAEC' })],
      [
        'PUT /api/v1/push/subscription',
        (_, body) => {
          this.subscriptions.set(String(body['endpoint']), { ...body, userId });
          return done();
        },
      ],
      [
        'DELETE /api/v1/push/subscription',
        () => {
          this.subscriptions.forEach((each, endpoint) => {
            if (each.userId === userId) this.subscriptions.delete(endpoint);
          });
          return done();
        },
      ],
    ];
  }
}
