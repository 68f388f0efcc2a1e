import { useMutation } from '@tanstack/react-query';
import type { ReactNode, SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Api } from '@/shared/api/api';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import type { PendingChallenge } from './challenges';
import { codeProblem, isAboutCode, requestCode, requestProblem, tryCode } from './challenges';
import styles from './code-entry.module.css';
import { CODE_LENGTH, CodeField } from './code-field';
import { useSecondsUntil } from './use-seconds-until';

interface CodeEntryProps<T> {
  api: Api;
  challenge: PendingChallenge;
  /** What the button says. */
  action: string;
  onRequested: (challenge: PendingChallenge) => void;
  /** Uses a code; fails with the server's Problem. */
  verify: (challengeId: string, otp: string) => Promise<T>;
  onVerified: (outcome: T) => void;
  /** A way out, beside the way to another code. */
  children: ReactNode;
}

/** Takes the code that was mailed, or has another one mailed. */
export function CodeEntry<T>({
  api,
  challenge,
  action,
  onRequested,
  verify: attempt,
  onVerified,
  children,
}: CodeEntryProps<T>) {
  const language = useLanguage();
  const { texts, formats } = language;
  const words = texts.signIn;
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const wait = useSecondsUntil(challenge.resendAt);

  useEffect(() => {
    field.current?.focus();
  }, []);

  const verify = useMutation({
    mutationFn: (otp: string) => tryCode(challenge, (challengeId) => attempt(challengeId, otp)),
    onSuccess: onVerified,
    onError: (reason) => {
      // What was not asked about may still be right.
      if (isAboutCode(reason)) setCode('');
      field.current?.focus();
    },
  });
  const resend = useMutation({
    mutationFn: () => requestCode(api, challenge.email),
    onSuccess: (next) => {
      verify.reset();
      onRequested(next);
      field.current?.focus();
    },
  });

  const check = (otp: string) => {
    if (otp.length === CODE_LENGTH && !verify.isPending) verify.mutate(otp);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    check(code);
  };

  const failure = resend.error === null ? undefined : requestProblem(resend.error, language);
  const error = verify.error === null ? failure : codeProblem(verify.error, language);
  return (
    <form className={styles.entry} onSubmit={submit} noValidate>
      <CodeField
        ref={field}
        label={words.code}
        value={code}
        error={error}
        onChange={(next) => {
          setCode(next);
          if (next !== '') verify.reset();
          if (next !== code) check(next);
        }}
      />
      <Button type="submit" aria-disabled={verify.isPending || code.length < CODE_LENGTH}>
        {verify.isPending ? words.verifying : action}
      </Button>
      <div className={styles.ways}>
        <Button
          look="quiet"
          aria-disabled={wait > 0 || resend.isPending}
          onClick={() => {
            if (wait === 0 && !resend.isPending) resend.mutate();
          }}
        >
          {wait > 0
            ? words.resendIn(formats.countdown(wait))
            : resend.isPending
              ? words.sending
              : words.resend}
        </Button>
        {children}
      </div>
      <p role="status" className={styles.status}>
        {resend.isSuccess && verify.error === null ? words.resent : ''}
      </p>
    </form>
  );
}
