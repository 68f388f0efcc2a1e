import { useMutation } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Api } from '@/shared/api/api';
import type { SignedIn } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import type { PendingChallenge } from './challenge-memory';
import { CODE_LENGTH, CodeField } from './code-field';
import { isAboutCode, requestCode, requestProblem, verifyCode, verifyProblem } from './sign-in-calls';
import styles from './sign-in.module.css';
import { useSecondsUntil } from './use-seconds-until';

interface CodeStepProps {
  api: Api;
  challenge: PendingChallenge;
  onRequested: (challenge: PendingChallenge) => void;
  onSignedIn: (signedIn: SignedIn) => void;
  onOtherAddress: () => void;
}

export function CodeStep({ api, challenge, onRequested, onSignedIn, onOtherAddress }: CodeStepProps) {
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
    mutationFn: (otp: string) => verifyCode(api, challenge, otp),
    onSuccess: onSignedIn,
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
  const error = verify.error === null ? failure : verifyProblem(verify.error, language);
  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <div className={styles.words}>
        <h1 className={styles.title}>{words.codeTitle}</h1>
        <p className={styles.lead}>{words.codeLead(challenge.email)}</p>
      </div>
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
        {verify.isPending ? words.verifying : words.verify}
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
        <Button look="quiet" onClick={onOtherAddress}>
          {words.otherAddress}
        </Button>
      </div>
      <p role="status" className={styles.status}>
        {resend.isSuccess && verify.error === null ? words.resent : ''}
      </p>
    </form>
  );
}
