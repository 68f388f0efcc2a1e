import { useState } from 'react';
import type { Api } from '@/shared/api/api';
import type { SignedIn } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { Logo } from '@/shared/ui/logo';
import type { PendingChallenge } from './challenge-memory';
import { recall, remember } from './challenge-memory';
import { CodeStep } from './code-step';
import { EmailStep } from './email-step';
import styles from './sign-in.module.css';

interface SignInProps {
  api: Api;
  /** The last session ended without being asked to. */
  ended: boolean;
  onSignedIn: (signedIn: SignedIn) => void;
}

/** From an e-mail address over a mailed code to a session. */
export function SignIn({ api, ended, onSignedIn }: SignInProps) {
  const { texts } = useLanguage();
  const [challenge, setChallenge] = useState(recall);
  const [email, setEmail] = useState('');

  const waitFor = (next: PendingChallenge | undefined) => {
    remember(next);
    setChallenge(next);
  };

  return (
    <main className={styles.page}>
      <title>{texts.signIn.title}</title>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Logo />
          {texts.app.name}
        </div>
        {ended && challenge === undefined && (
          <p role="status" className={styles.ended}>
            {texts.signIn.ended}
          </p>
        )}
        {challenge === undefined ? (
          <EmailStep api={api} email={email} onRequested={waitFor} />
        ) : (
          <CodeStep
            api={api}
            challenge={challenge}
            onRequested={waitFor}
            onSignedIn={(signedIn) => {
              remember(undefined);
              onSignedIn(signedIn);
            }}
            onOtherAddress={() => {
              setEmail(challenge.email);
              waitFor(undefined);
            }}
          />
        )}
      </div>
    </main>
  );
}
