import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Challenge } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { Language } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { steadyNow } from '@/shared/time/steady-now';

/** Codes that were requested: for which address, until when (see `steadyNow`) each is valid, and when another may be requested. */
export interface PendingChallenge {
  email: string;
  /** Newest first: a later code leaves the earlier ones valid for their own time. */
  codes: { challengeId: string; expiresAt: number }[];
  resendAt: number;
}

/** Has a code mailed. */
export async function requestCode(api: Api, email: string): Promise<PendingChallenge> {
  const challenge = await answer<Challenge>(api.POST('/api/v1/auth/otp', { body: { email } }));
  const now = steadyNow();
  return {
    email,
    codes: [{ challengeId: challenge.challengeId, expiresAt: now + challenge.expiresInSeconds * 1000 }],
    resendAt: now + challenge.resendAfterSeconds * 1000,
  };
}

/** The challenge with a new code; the earlier codes for the same address stay for as long as they are valid. */
export function joined(
  earlier: PendingChallenge | undefined,
  next: PendingChallenge,
  now = steadyNow(),
): PendingChallenge {
  if (earlier?.email !== next.email) return next;
  const live = earlier.codes.filter(({ expiresAt }) => expiresAt > now);
  return { ...next, codes: [...next.codes, ...live] };
}

/**
 * Tries a code with each challenge that is still valid, the newest first: it may be from any of the mails. Fails as the newest
 * did that may still be tried.
 */
export async function tryCode<T>(
  { codes }: PendingChallenge,
  attempt: (challengeId: string) => Promise<T>,
): Promise<T> {
  let refusal: unknown;
  for (const { challengeId } of codes) {
    try {
      return await attempt(challengeId);
    } catch (reason) {
      if (!isAboutCode(reason)) throw reason;
      if (refusal === undefined || isLocked(refusal)) refusal = reason;
    }
  }
  throw refusal;
}

/** Whether the server refused the code; else the same code may be right when it is tried again. */
export function isAboutCode(reason: unknown): boolean {
  return reason instanceof Problem && (reason.code === 'otp_invalid' || isLocked(reason));
}

function isLocked(reason: unknown): boolean {
  return reason instanceof Problem && reason.code === 'otp_locked';
}

/** Why no code could be sent. */
export function requestProblem(reason: unknown, language: Language): string {
  const invalid = reason instanceof Problem && (reason.status === 400 || reason.status === 422);
  return invalid ? language.texts.signIn.emailInvalid : problemText(reason, language);
}

/** Why a code was not accepted. */
export function codeProblem(reason: unknown, language: Language): string {
  const words = language.texts.signIn;
  const code = reason instanceof Problem ? reason.code : undefined;
  if (code === 'otp_invalid') return words.invalid;
  if (code === 'otp_locked') return words.locked;
  if (code === 'email_taken') return language.texts.account.emailTaken;
  return problemText(reason, language);
}
