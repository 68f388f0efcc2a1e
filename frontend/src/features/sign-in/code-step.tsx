import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { SignedIn } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import type { PendingChallenge } from '@/shared/otp/challenges';
import { CodeEntry } from '@/shared/otp/code-entry';
import { Button } from '@/shared/ui/button';
import styles from './sign-in.module.css';

interface CodeStepProps {
  api: Api;
  challenge: PendingChallenge;
  onRequested: (challenge: PendingChallenge) => void;
  onSignedIn: (signedIn: SignedIn) => void;
  onOtherAddress: () => void;
}

export function CodeStep({ api, challenge, onRequested, onSignedIn, onOtherAddress }: CodeStepProps) {
  const words = useLanguage().texts.signIn;
  const { email } = challenge;
  return (
    <div className={styles.step}>
      <div className={styles.words}>
        <h1 className={styles.title}>{words.codeTitle}</h1>
        <p className={styles.lead}>{words.codeLead(email)}</p>
      </div>
      <CodeEntry
        api={api}
        challenge={challenge}
        action={words.verify}
        onRequested={onRequested}
        verify={(challengeId, otp) =>
          answer<SignedIn>(api.POST('/api/v1/auth/otp/verify', { body: { email, challengeId, otp } }))
        }
        onVerified={onSignedIn}
      >
        <Button look="quiet" onClick={onOtherAddress}>
          {words.otherAddress}
        </Button>
      </CodeEntry>
    </div>
  );
}
