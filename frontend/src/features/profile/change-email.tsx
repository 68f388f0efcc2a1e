import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { answer } from '@/shared/api/api';
import type { Me } from '@/shared/api/model';
import { changeMe } from '@/shared/chat/me';
import { useLanguage } from '@/shared/i18n/language';
import type { PendingChallenge } from '@/shared/otp/challenges';
import { joined, requestCode, requestProblem } from '@/shared/otp/challenges';
import { CodeEntry } from '@/shared/otp/code-entry';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { TextField } from '@/shared/ui/text-field';
import styles from './profile.module.css';

const LOOKS_LIKE_EMAIL = /^\S+@\S+$/;

/** Takes a new address once a code shows that it is one's own. */
export function ChangeEmail({ onClose }: { onClose: () => void }) {
  const { api, toasts } = useSignedIn();
  const queries = useQueryClient();
  const language = useLanguage();
  const { account: words, signIn } = language.texts;
  const [email, setEmail] = useState('');
  const [invalid, setInvalid] = useState(false);
  const [challenge, setChallenge] = useState<PendingChallenge>();
  const request = useMutation({
    mutationFn: (address: string) => requestCode(api, address),
    onSuccess: setChallenge,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const address = email.trim();
    const valid = LOOKS_LIKE_EMAIL.test(address);
    setInvalid(!valid);
    request.reset();
    if (valid && !request.isPending) request.mutate(address);
  };
  const failure = request.error === null ? undefined : requestProblem(request.error, language);
  return (
    <Modal title={words.emailTitle} closeLabel={words.close} onClose={onClose}>
      {challenge === undefined ? (
        <form className={styles.form} onSubmit={submit} noValidate>
          <p>{words.emailLead}</p>
          <TextField
            label={words.newEmail}
            error={invalid ? signIn.emailInvalid : failure}
            name="email"
            // Not of type email: browsers then convert the domain by IDNA 2003, which turns straße into strasse.
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            value={email}
            onChange={({ target }) => {
              setEmail(target.value);
            }}
          />
          <Button type="submit" aria-disabled={request.isPending}>
            {request.isPending ? signIn.sending : signIn.send}
          </Button>
        </form>
      ) : (
        <div className={styles.form}>
          <p>{signIn.codeLead(challenge.email)}</p>
          <CodeEntry
            api={api}
            challenge={challenge}
            action={words.change}
            onRequested={(next) => {
              setChallenge(joined(challenge, next));
            }}
            verify={(challengeId, otp) =>
              answer<Me>(
                api.PUT('/api/v1/users/me/email', { body: { email: challenge.email, challengeId, otp } }),
              )
            }
            onVerified={(me) => {
              changeMe(queries, me);
              void queries.invalidateQueries({ queryKey: ['sessions'] });
              toasts.tell(words.emailChanged(me.email));
              onClose();
            }}
          >
            <Button
              look="quiet"
              onClick={() => {
                setChallenge(undefined);
              }}
            >
              {words.back}
            </Button>
          </CodeEntry>
        </div>
      )}
    </Modal>
  );
}
