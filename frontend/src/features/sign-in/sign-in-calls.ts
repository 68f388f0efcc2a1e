import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Challenge, SignedIn } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { Language } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import type { PendingChallenge } from './challenge-memory';

/** Has a code mailed. */
export async function requestCode(api: Api, email: string): Promise<PendingChallenge> {
  const challenge = await answer<Challenge>(api.POST('/api/v1/auth/otp', { body: { email } }));
  const now = Date.now();
  return {
    email,
    challengeId: challenge.challengeId,
    expiresAt: now + challenge.expiresInSeconds * 1000,
    resendAt: now + challenge.resendAfterSeconds * 1000,
  };
}

/** Changes a code for a session. */
export function verifyCode(
  api: Api,
  { email, challengeId }: PendingChallenge,
  otp: string,
): Promise<SignedIn> {
  return answer(api.POST('/api/v1/auth/otp/verify', { body: { email, challengeId, otp } }));
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
