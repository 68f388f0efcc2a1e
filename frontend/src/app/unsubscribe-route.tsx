import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { answer } from '@/shared/api/api';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { Button } from '@/shared/ui/button';
import { Logo } from '@/shared/ui/logo';
import { Lead, Notice } from '@/shared/ui/notice';
import { ErrorLine } from '@/shared/ui/text-field';
import { useAppServices } from './app-services';
import styles from './join.module.css';

/** Where the link in a mail about missed messages leads. Nothing changes before a click, and no sign-in is needed. */
export function UnsubscribeRoute() {
  const { token = '' } = useParams();
  const { api } = useAppServices();
  const language = useLanguage();
  const words = language.texts.privacy;
  const end = useMutation({
    mutationFn: () =>
      answer<undefined>(api.POST('/api/v1/users/unsubscribe/{token}', { params: { path: { token } } })),
    networkMode: 'always',
  });
  return (
    <main className={styles.page}>
      <title>{words.missedMail}</title>
      <Notice heading="h1" title={words.missedMail} art={<Logo />}>
        <Lead>
          <span role="status">{end.isSuccess ? words.unsubscribed : words.unsubscribeLead}</span>
        </Lead>
        {!end.isSuccess && (
          <Button
            aria-disabled={end.isPending}
            onClick={() => {
              if (!end.isPending) end.mutate();
            }}
          >
            {words.unsubscribe}
          </Button>
        )}
        <ErrorLine>{end.error === null ? undefined : problemText(end.error, language)}</ErrorLine>
        <Link to="/">{language.texts.invites.toList}</Link>
      </Notice>
    </main>
  );
}
