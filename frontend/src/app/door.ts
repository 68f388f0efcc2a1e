import { createContext, use, useSyncExternalStore } from 'react';
import type { Api } from '@/shared/api/api';
import { owner } from '@/shared/local/owner';
import type { Session, SessionState } from '@/shared/session/session';
import type { CurrentWorld } from './current-world';

/** What there is before anybody is signed in. `api` speaks in nobody's name. */
export interface Door {
  session: Session;
  world: CurrentWorld;
  api: Api;
}

export const DoorContext = createContext<Door | undefined>(undefined);

export function useDoor(): Door {
  const door = use(DoorContext);
  if (door === undefined) throw new Error('the app is not wired');
  return door;
}

export function useSessionState() {
  const { session } = useDoor();
  return useSyncExternalStore(session.subscribe, session.getSnapshot);
}

/**
 * Whether this device knows of nobody, so that the way in can be shown while the server is still asked. Should there be
 * a session after all, it is gone into from there.
 */
export function isNew(state: SessionState): boolean {
  return state.status === 'starting' && owner.recall() === undefined;
}
