import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { answer } from '@/shared/api/api';
import type { Conversation, InvitePreview } from '@/shared/api/model';
import { isTransient } from '@/shared/api/retrying';
import { Problem, pauseBefore } from '@/shared/api/problem';
import type { Texts } from '@/shared/i18n/english';
import type { Language } from '@/shared/i18n/language';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { Button } from '@/shared/ui/button';
import { Logo } from '@/shared/ui/logo';
import { Lead, Notice } from '@/shared/ui/notice';
import { ErrorLine } from '@/shared/ui/text-field';
import { isNew, useAppServices, useSessionState } from './app-services';
import styles from './join.module.css';
import type { UserScope } from './user-scope';
import { Splash } from './splash';

/** Where an invitation leads: says who invites before one signs in, and goes on into the conversation afterwards. */
export function JoinRoute() {
  const { token = '' } = useParams();
  const { api, scope: current } = useAppServices();
  const language = useLanguage();
  const words = language.texts.invites;
  const state = useSessionState();
  const scope = useSyncExternalStore(current.subscribe, current.getSnapshot);
  const preview = useQuery({
    queryKey: ['invite', token],
    queryFn: ({ signal }) =>
      answer<InvitePreview>(api.GET('/api/v1/invites/{token}', { params: { path: { token } }, signal })),
    retry: (failures, reason) => isTransient(reason, failures),
    retryDelay: pauseBefore,
    staleTime: Infinity,
    networkMode: 'always',
  });
  if (preview.isPending) return <Splash unreachable={false} />;
  const signedOut = state.status === 'signed-out' || isNew(state);
  return (
    <main className={styles.page}>
      <title>{words.joinTitle}</title>
      {preview.isError ? (
        <Failed reason={preview.error} onRetry={() => void preview.refetch()} />
      ) : (
        <Notice heading="h1" title={words.joinTitle} art={<Logo />}>
          <Lead>{inviteText(preview.data, words)}</Lead>
          {signedOut ? (
            <SignInFirst token={token} />
          ) : scope === undefined ? (
            <Splash unreachable={state.status === 'starting' && state.unreachable} />
          ) : (
            <Join key={scope.ownId} token={token} scope={scope} />
          )}
        </Notice>
      )}
    </main>
  );
}

function SignInFirst({ token }: { token: string }) {
  const words = useLanguage().texts.invites;
  const navigate = useNavigate();
  return (
    <Button
      onClick={() => {
        void navigate('/sign-in', { state: { wanted: `/join/${encodeURIComponent(token)}` } });
      }}
    >
      {words.signIn}
    </Button>
  );
}

function Join({ token, scope }: { token: string; scope: UserScope }) {
  const language = useLanguage();
  const words = language.texts.invites;
  const navigate = useNavigate();
  const { state } = useLocation() as { state: unknown };
  const accept = useMutation({
    mutationFn: () =>
      answer<Conversation>(scope.api.POST('/api/v1/invites/{token}/accept', { params: { path: { token } } })),
    onSuccess: (conversation) => {
      scope.conversations.put(conversation);
      void navigate(`/c/${encodeURIComponent(conversation.id)}`, { replace: true });
    },
  });
  // A person who signed in to join has confirmed it already.
  const goOn = useEffectEvent(() => {
    if (typeof state === 'object' && state !== null && 'signedInFor' in state) accept.mutate();
  });
  useEffect(() => {
    goOn();
  }, []);
  return (
    <>
      <Button
        aria-disabled={accept.isPending}
        onClick={() => {
          if (!accept.isPending) accept.mutate();
        }}
      >
        {accept.isPending ? words.joining : words.join}
      </Button>
      <ErrorLine>{accept.error === null ? undefined : joinProblem(accept.error, language)}</ErrorLine>
      <Link to="/">{words.toList}</Link>
    </>
  );
}

function Failed({ reason, onRetry }: { reason: Error; onRetry: () => void }) {
  const language = useLanguage();
  const words = language.texts.invites;
  if (isGone(reason)) {
    return (
      <Notice heading="h1" title={words.gone} art={<Logo />}>
        <Lead>{words.goneLead}</Lead>
        <Link to="/">{words.toList}</Link>
      </Notice>
    );
  }
  return (
    <Notice heading="h1" title={words.joinTitle} art={<Logo />}>
      <Lead>{problemText(reason, language)}</Lead>
      <Button look="outlined" onClick={onRetry}>
        {language.texts.app.tryAgain}
      </Button>
    </Notice>
  );
}

function inviteText({ kind, name }: InvitePreview, words: Texts['invites']): string {
  if (kind === 'direct') return words.direct(name);
  return name === '' ? words.unnamedGroup : words.group(name);
}

function isGone(reason: unknown): boolean {
  return reason instanceof Problem && [404, 410].includes(reason.status);
}

function joinProblem(reason: unknown, language: Language): string {
  const words = language.texts.invites;
  const code = reason instanceof Problem ? reason.code : undefined;
  if (code === 'own_invite') return words.own;
  if (code === 'too_many_members') return words.full;
  return isGone(reason) ? `${words.gone} ${words.goneLead}` : problemText(reason, language);
}
