import * as v from 'valibot';

const remembered = v.object({
  email: v.string(),
  challengeId: v.string(),
  expiresAt: v.number(),
  resendAt: v.number(),
});

/** A code that was asked for: who for, and when (by this machine's clock) it ends and another may be asked for. */
export type PendingChallenge = v.InferOutput<typeof remembered>;

const KEY = 'natter.challenge';

/**
 * Remembers, for this tab, that a code is on its way: on a phone the page is often gone when one comes back from the
 * mail. A challenge opens nothing without its code.
 */
export function remember(challenge: PendingChallenge | undefined) {
  if (challenge === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(challenge));
}

export function recall(now: number = Date.now()): PendingChallenge | undefined {
  try {
    const read = v.safeParse(remembered, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return read.success && read.output.expiresAt > now ? read.output : undefined;
  } catch {
    return undefined;
  }
}
