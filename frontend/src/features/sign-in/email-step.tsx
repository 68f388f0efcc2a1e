import { useMutation } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Api } from '@/shared/api/api';
import { useLanguage } from '@/shared/i18n/language';
import type { PendingChallenge } from '@/shared/otp/challenges';
import { requestCode, requestProblem } from '@/shared/otp/challenges';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/text-field';
import styles from './sign-in.module.css';

interface EmailStepProps {
  api: Api;
  /** What was typed before, when one comes back. */
  email: string;
  onRequested: (challenge: PendingChallenge) => void;
}

const LOOKS_LIKE_EMAIL = /^\S+@\S+$/;

export function EmailStep({ api, email: before, onRequested }: EmailStepProps) {
  const language = useLanguage();
  const words = language.texts.signIn;
  const [email, setEmail] = useState(before);
  const [invalid, setInvalid] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The one thing to do on this page. Not autoFocus, which has the page laid out before it may be painted.
  useEffect(() => {
    field.current?.focus();
  }, []);
  const request = useMutation({
    mutationFn: (address: string) => requestCode(api, address),
    onSuccess: onRequested,
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const address = email.trim();
    const valid = LOOKS_LIKE_EMAIL.test(address);
    setInvalid(!valid);
    request.reset();
    if (valid) request.mutate(address);
  };

  const error = invalid
    ? words.emailInvalid
    : request.error === null
      ? undefined
      : requestProblem(request.error, language);
  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <div className={styles.words}>
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
      </div>
      <TextField
        ref={field}
        label={words.email}
        error={error}
        name="email"
        // Not of type email: browsers then convert the domain by IDNA 2003, which turns straße into strasse.
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="ada@example.org"
        required
        value={email}
        onChange={(event) => {
          setEmail(event.target.value);
        }}
      />
      <Button type="submit" aria-disabled={request.isPending}>
        {request.isPending ? words.sending : words.send}
      </Button>
    </form>
  );
}
