import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { answer } from '@/shared/api/api';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useLateFailure } from '@/shared/signed-in/use-late-failure';
import { Button } from '@/shared/ui/button';
import { ErrorLine } from '@/shared/ui/text-field';
import { Time } from '@/shared/ui/time';
import { useNow } from '@/shared/ui/use-now';
import { Heading } from './heading';
import { shortNetwork } from './network';
import styles from './profile.module.css';

/** Where one is signed in, and a way to end what should not be. */
export function SessionList() {
  const { api } = useSignedIn();
  const queries = useQueryClient();
  const language = useLanguage();
  const { texts, formats } = language;
  const words = texts.sessions;
  const now = useNow();
  const sayLate = useLateFailure();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/auth/sessions', { params: { query: {} }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
  const end = useMutation({
    mutationFn: async (id: string) => {
      const { response } = await api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } });
      // Gone already is as good.
      if (!response.ok && response.status !== 404) throw new Error(`answered ${response.status}`);
    },
    onError: (reason) => {
      sayLate(words.notEnded, reason);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const failure = end.error ?? sessions.error;
  return (
    <section className={styles.section} aria-label={words.title}>
      <Heading art={MonitorSmartphone}>{words.title}</Heading>
      <ul className={styles.sessions} aria-busy={sessions.isPending}>
        {sessions.data?.items.map((session) => (
          <li key={session.id} className={styles.session}>
            <span className={styles.device}>
              <span>{session.device}</span>
              <span className={styles.used}>
                {session.current ? (
                  words.current
                ) : (
                  <Time instant={session.lastUsedAt}>
                    {words.used(formats.brief(session.lastUsedAt, now), shortNetwork(session.network))}
                  </Time>
                )}
              </span>
            </span>
            {!session.current && (
              <Button
                look="quiet"
                aria-label={words.endNamed(session.device)}
                aria-disabled={end.isPending}
                onClick={() => {
                  if (!end.isPending) end.mutate(session.id);
                }}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorLine>{failure === null ? undefined : problemText(failure, language)}</ErrorLine>
    </section>
  );
}
