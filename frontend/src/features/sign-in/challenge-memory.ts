import * as v from 'valibot';
import { perTab } from '@/shared/local/storage';
import type { PendingChallenge } from '@/shared/otp/challenges';
import { steadyNow } from '@/shared/time/steady-now';

const remembered = v.object({
  email: v.string(),
  codes: v.pipe(v.array(v.object({ challengeId: v.string(), expiresAt: v.number() })), v.minLength(1)),
  resendAt: v.number(),
}) satisfies v.GenericSchema<unknown, PendingChallenge>;

const KEY = 'natter.challenge';
/** A clock that was set back while the page was gone does not make anyone wait longer than this. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Remembers, for this tab, that a code is on its way: on a phone the page is often gone when one comes back from the
 * mail. A challenge opens nothing without its code.
 */
export function remember(challenge: PendingChallenge | undefined) {
  if (challenge === undefined) perTab.remove(KEY);
  else perTab.set(KEY, JSON.stringify(challenge));
}

export function recall(now: number = steadyNow()): PendingChallenge | undefined {
  try {
    const { success, output } = v.safeParse(remembered, JSON.parse(perTab.get(KEY) ?? 'null'));
    if (!success || output.codes.every(({ expiresAt }) => expiresAt <= now)) return undefined;
    return { ...output, resendAt: Math.min(output.resendAt, now + LONGEST_WAIT_MS) };
  } catch {
    return undefined;
  }
}
