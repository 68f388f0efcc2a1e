import type { SpokenLanguage } from '@/shared/i18n/spoken-language';
import type { Session } from '@/shared/session/session';
import { owner } from '@/shared/local/owner';
import { wipeCopies, wipeLocal } from '@/shared/local/wipe-local';
import type { Preferences } from '@/shared/preferences/preferences';
import { signedInChunk } from './lazy-chunks';
import type { UserScope } from './user-scope';

/**
 * The scope of the signed-in user. It begins with the session and ends with it, not with what happens to be on screen,
 * so that nothing of one person (a message waiting to be sent, a name in a cache) is left for the next.
 */
export class CurrentUserScope {
  #scope: UserScope | undefined;
  #create: Awaited<ReturnType<typeof signedInChunk>>['createScope'] | undefined;
  #closed = false;
  readonly #session: Session;
  readonly #language: SpokenLanguage;
  readonly #preferences: Preferences;
  readonly #go: (path: string) => void;
  readonly #watchers = new Set<() => void>();

  constructor(
    session: Session,
    language: SpokenLanguage,
    preferences: Preferences,
    go: (path: string) => void,
  ) {
    this.#go = go;
    this.#session = session;
    this.#language = language;
    this.#preferences = preferences;
    session.subscribe(() => {
      this.#follow();
    });
    this.#follow();
  }

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly getSnapshot = () => this.#scope;

  close() {
    this.#closed = true;
    this.#end();
  }

  #follow() {
    const state = this.#session.getSnapshot();
    if (state.status === 'signed-in') owner.remember(state.user.id);
    // Until the server has said who is signed in, it is who was: their conversations are on screen at once.
    const ownId = state.status === 'signed-in' ? state.user.id : owner.recall();
    if (state.status === 'signed-out') {
      this.#leave(state.reason === 'asked');
      return;
    }
    if (ownId === this.#scope?.ownId) return;
    this.#end();
    if (ownId !== undefined) this.#begin(ownId);
    this.#tell();
  }

  #begin(ownId: string) {
    if (this.#create === undefined) {
      void this.#load();
      return;
    }
    this.#scope = this.#create(this.#session, ownId, this.#language, this.#preferences, this.#go);
    this.#scope.start();
  }

  /** By then another user may be signed in, or none. */
  async #load() {
    // When it cannot be had the page says so, which waits for the same.
    const loaded = await signedInChunk().catch(() => undefined);
    this.#create = loaded?.createScope;
    if (this.#create !== undefined && !this.#closed) this.#follow();
  }

  #end() {
    this.#scope?.dispose();
    this.#scope = undefined;
  }

  /** After a sign-out by hand nothing of them stays on this device; otherwise what is not sent waits for their return. */
  #leave(byHand: boolean) {
    owner.forget();
    this.#end();
    void (byHand ? wipeLocal() : wipeCopies());
    this.#tell();
  }

  #tell() {
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
