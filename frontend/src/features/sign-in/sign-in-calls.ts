import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Challenge, SignedIn } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { Language } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { steadyNow } from '@/shared/time/steady-now';
import type { PendingChallenge } from './challenge-memory';

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

/**
 * Changes a code for a session, whichever of the mails it is from: each challenge that is still good is tried, the newest
 * first. Fails as the newest did that may still be tried.
 */
export async function verifyCode(
  api: Api,
  { email, codes }: PendingChallenge,
  otp: string,
): Promise<SignedIn> {
  let refusal: unknown;
  for (const { challengeId } of codes) {
    try {
      return await answer(api.POST('/api/v1/auth/otp/verify', { body: { email, challengeId, otp } }));
    } catch (reason) {
      if (!isAboutCode(reason)) throw reason;
      if (refusal === undefined || isLocked(refusal)) refusal = reason;
    }
  }
  throw refusal;
}

/** Whether the server refused the code; else the same code may be right when it is asked again. */
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

/** Why a code did not open the door. */
export function verifyProblem(reason: unknown, language: Language): string {
  const words = language.texts.signIn;
  const code = reason instanceof Problem ? reason.code : undefined;
  if (code === 'otp_invalid') return words.invalid;
  if (code === 'otp_locked') return words.locked;
  return problemText(reason, language);
}
