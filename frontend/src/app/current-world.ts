import type { Texts } from '@/shared/i18n/english';
import type { Session } from '@/shared/session/session';
import { SignedInWorld } from './signed-in-world';

/**
 * The world of whoever is signed in. It begins with the session and ends with it, not with what happens to be on screen,
 * so that nothing of one person (a message waiting to be sent, a name in a cache) is left for the next.
 */
export class CurrentWorld {
  #world: SignedInWorld | undefined;
  readonly #session: Session;
  readonly #texts: Texts;
  readonly #watchers = new Set<() => void>();

  constructor(session: Session, texts: Texts) {
    this.#session = session;
    this.#texts = texts;
    session.subscribe(() => {
      this.#follow();
    });
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#world;

  close() {
    this.#world?.dispose();
    this.#world = undefined;
  }

  #follow() {
    const state = this.#session.getSnapshot();
    const ownId = state.status === 'signed-in' ? state.user.id : undefined;
    if (ownId === this.#world?.ownId) return;
    this.#world?.dispose();
    this.#world = ownId === undefined ? undefined : new SignedInWorld(this.#session, ownId, this.#texts);
    this.#world?.start();
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
