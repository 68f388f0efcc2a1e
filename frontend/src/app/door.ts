import { createContext, use, useSyncExternalStore } from 'react';
import type { Api } from '@/shared/api/api';
import type { Session } from '@/shared/session/session';
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
