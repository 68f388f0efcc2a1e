import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { SignIn } from '@/features/sign-in/sign-in';
import { isNew, useAppServices, useSessionState } from './app-services';
import { preloadSignedIn } from './lazy-chunks';
import { Splash } from './splash';

/** Where one comes in; and, once in, on to where one wanted to go. */
export function SignInRoute() {
  const { session, api } = useAppServices();
  const state = useSessionState();
  const location = useLocation();
  useEffect(preloadSignedIn, []);
  if (state.status === 'starting' && !isNew(state)) return <Splash unreachable={state.unreachable} />;
  if (state.status === 'signed-in') {
    const path = wanted(location.state);
    return <Navigate to={path} replace state={path.startsWith('/join/') ? { signedInFor: path } : null} />;
  }
  return (
    <SignIn
      api={api}
      ended={state.status === 'signed-out' && state.reason === 'ended'}
      onSignedIn={(signedIn) => {
        session.signIn(signedIn);
      }}
    />
  );
}

function wanted(state: unknown): string {
  const path = typeof state === 'object' && state !== null && 'wanted' in state ? state.wanted : undefined;
  // Only a conversation or an invitation is worth going back to.
  return typeof path === 'string' && /^\/(?:c|join)\//.test(path) ? path : '/';
}
