import { createContext, use, useSyncExternalStore } from 'react';
import type { Api } from '@/shared/api/api';
import { owner } from '@/shared/local/owner';
import type { Session, SessionState } from '@/shared/session/session';
import type { CurrentUserScope } from './current-user-scope';

/** What exists without a session. `api` sends no token. */
export interface AppServices {
  session: Session;
  scope: CurrentUserScope;
  api: Api;
}

export const AppServicesContext = createContext<AppServices | undefined>(undefined);

export function useAppServices(): AppServices {
  const services = use(AppServicesContext);
  if (services === undefined) throw new Error('the app is not wired');
  return services;
}

export function useSessionState() {
  const { session } = useAppServices();
  return useSyncExternalStore(session.subscribe, session.getSnapshot);
}

/**
 * Whether no user has signed in on this device, so that the way in can be shown while the server is still asked. Should there be
 * a session after all, it is gone into from there.
 */
export function isNew(state: SessionState): boolean {
  return state.status === 'starting' && owner.recall() === undefined;
}
