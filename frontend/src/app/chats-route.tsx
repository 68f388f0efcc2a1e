import { Suspense, useSyncExternalStore } from 'react';
import { Navigate, useLocation } from 'react-router';
import { isNew, useAppServices, useSessionState } from './app-services';
import { Chats } from './lazy-chunks';
import { Splash } from './splash';

/** For who is signed in, or was when the server was last asked; leads all others to the sign-in. */
export function ChatsRoute() {
  const state = useSessionState();
  const { scope: current } = useAppServices();
  const scope = useSyncExternalStore(current.subscribe, current.getSnapshot);
  const { pathname } = useLocation();
  if (state.status === 'signed-out' || isNew(state)) {
    const asked = state.status === 'signed-out' && state.reason === 'asked';
    return <Navigate to="/sign-in" replace state={asked ? null : { wanted: pathname }} />;
  }
  const splash = <Splash unreachable={state.status === 'starting' && state.unreachable} />;
  return (
    <Suspense fallback={splash}>
      <Chats scope={scope} meanwhile={splash} />
    </Suspense>
  );
}
