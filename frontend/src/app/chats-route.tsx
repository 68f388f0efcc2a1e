import { Suspense, useSyncExternalStore } from 'react';
import { Navigate, useLocation } from 'react-router';
import { isNew, useDoor, useSessionState } from './door';
import { Chats } from './later-parts';
import { Splash } from './splash';

/** Lets in whoever is signed in, or was when the server was last asked; shows everybody else the way in. */
export function ChatsRoute() {
  const state = useSessionState();
  const { world: current } = useDoor();
  const world = useSyncExternalStore(current.subscribe, current.getSnapshot);
  const { pathname } = useLocation();
  if (state.status === 'signed-out' || isNew(state)) {
    const asked = state.status === 'signed-out' && state.reason === 'asked';
    return <Navigate to="/sign-in" replace state={asked ? null : { wanted: pathname }} />;
  }
  const splash = <Splash unreachable={state.status === 'starting' && state.unreachable} />;
  return (
    <Suspense fallback={splash}>
      <Chats world={world} meanwhile={splash} />
    </Suspense>
  );
}
