import { useState } from 'react';
import type { Api } from '@/shared/api/api';
import type { SignedIn } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { local } from '@/shared/local/storage';
import type { PendingChallenge } from '@/shared/otp/challenges';
import { joined } from '@/shared/otp/challenges';
import { Logo } from '@/shared/ui/logo';
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
  /** What one has gone back from: its codes stay good. */
  const [left, setLeft] = useState<PendingChallenge>();
  const [blocked] = useState(() => local.isBlocked);

  const waitFor = (next: PendingChallenge | undefined) => {
    remember(next);
    setChallenge(next);
  };

  return (
    <main className={styles.page}>
      <title>{texts.signIn.title}</title>
      <div className={styles.card}>
        <div className={styles.brand} translate="no">
          <Logo />
          <span>{texts.app.name}</span>
        </div>
        {ended && challenge === undefined && (
          <p role="status" className={styles.ended}>
            {texts.signIn.ended}
          </p>
        )}
        {blocked && (
          <p role="status" className={styles.ended}>
            {texts.signIn.storageBlocked}
          </p>
        )}
        {challenge === undefined ? (
          <EmailStep
            api={api}
            email={left?.email ?? ''}
            onRequested={(next) => {
              waitFor(joined(left, next));
            }}
          />
        ) : (
          <CodeStep
            api={api}
            challenge={challenge}
            onRequested={(next) => {
              waitFor(joined(challenge, next));
            }}
            onSignedIn={(signedIn) => {
              remember(undefined);
              onSignedIn(signedIn);
            }}
            onOtherAddress={() => {
              setLeft(challenge);
              waitFor(undefined);
            }}
          />
        )}
      </div>
    </main>
  );
}
