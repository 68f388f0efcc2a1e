import { Suspense, lazy } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useDoor, useSessionState } from './door';
import { Splash } from './splash';

// Most starts find somebody signed in and never need it.
const SignIn = lazy(async () => ({ default: (await import('@/features/sign-in/sign-in')).SignIn }));

/** Where one comes in; and, once in, on to where one wanted to go. */
export function SignInRoute() {
  const { session, api } = useDoor();
  const state = useSessionState();
  const location = useLocation();
  if (state.status === 'starting') return <Splash unreachable={state.unreachable} />;
  if (state.status === 'signed-in') return <Navigate to={wanted(location.state)} replace />;
  return (
    <Suspense fallback={<Splash unreachable={false} />}>
      <SignIn
        api={api}
        ended={state.reason === 'ended'}
        onSignedIn={(signedIn) => {
          session.signIn(signedIn);
        }}
      />
    </Suspense>
  );
}

function wanted(state: unknown): string {
  const path = typeof state === 'object' && state !== null && 'wanted' in state ? state.wanted : undefined;
  // Only a conversation of ours is worth going back to.
  return typeof path === 'string' && path.startsWith('/c/') ? path : '/';
}
