import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer } from '@/shared/api/api';
import { useLanguage } from '@/shared/i18n/language';
import type { PendingChallenge } from '@/shared/otp/challenges';
import { joined, requestCode, requestProblem } from '@/shared/otp/challenges';
import { CodeEntry } from '@/shared/otp/code-entry';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import styles from './profile.module.css';

interface DeleteAccountProps {
  email: string;
  onClose: () => void;
  onDeleted: () => void;
}

/** Says what is lost, and deletes the account once a code shows that it is its owner who asks. */
export function DeleteAccount({ email, onClose, onDeleted }: DeleteAccountProps) {
  const { api } = useSignedIn();
  const language = useLanguage();
  const { account: words, signIn } = language.texts;
  const [challenge, setChallenge] = useState<PendingChallenge>();
  const request = useMutation({
    mutationFn: () => requestCode(api, email),
    onSuccess: setChallenge,
  });
  return (
    <Modal title={words.removeTitle} closeLabel={words.close} onClose={onClose}>
      <p>{words.removeLead}</p>
      <ul className={styles.list}>
        <li>{words.removeFirst}</li>
        <li>{words.removeGroups}</li>
        <li>{words.removeMessages}</li>
      </ul>
      {challenge === undefined ? (
        <div className={styles.form}>
          <ErrorLine>
            {request.error === null ? undefined : requestProblem(request.error, language)}
          </ErrorLine>
          <Button
            aria-disabled={request.isPending}
            onClick={() => {
              if (!request.isPending) request.mutate();
            }}
          >
            {request.isPending ? signIn.sending : words.removeCode}
          </Button>
        </div>
      ) : (
        <div className={styles.form}>
          <p>{signIn.codeLead(email)}</p>
          <CodeEntry
            api={api}
            challenge={challenge}
            action={words.removeNow}
            onRequested={(next) => {
              setChallenge(joined(challenge, next));
            }}
            verify={(challengeId, otp) =>
              answer(api.DELETE('/api/v1/users/me', { body: { challengeId, otp } }))
            }
            onVerified={onDeleted}
          >
            <Button look="quiet" onClick={onClose}>
              {words.cancel}
            </Button>
          </CodeEntry>
        </div>
      )}
    </Modal>
  );
}
