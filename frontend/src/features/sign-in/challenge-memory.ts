import * as v from 'valibot';
import { perTab } from '@/shared/local/storage';
import { steadyNow } from '@/shared/time/steady-now';

const remembered = v.object({
  email: v.string(),
  /** Newest first: a later code leaves the earlier ones valid for their own time. */
  codes: v.pipe(v.array(v.object({ challengeId: v.string(), expiresAt: v.number() })), v.minLength(1)),
  resendAt: v.number(),
});

/** Codes that were asked for: for which address, until when (see `steadyNow`) each is good, and when another may be asked for. */
export type PendingChallenge = v.InferOutput<typeof remembered>;

const KEY = 'natter.challenge';
/** A clock that was set back while the page was gone does not make anyone wait longer than this. */
const LONGEST_WAIT_MS = 60_000;

/** The challenge with a new code; the earlier codes for the same address stay for as long as they are good. */
export function joined(earlier: PendingChallenge | undefined, next: PendingChallenge, now = steadyNow()) {
  if (earlier?.email !== next.email) return next;
  const live = earlier.codes.filter(({ expiresAt }) => expiresAt > now);
  return { ...next, codes: [...next.codes, ...live] };
}

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
