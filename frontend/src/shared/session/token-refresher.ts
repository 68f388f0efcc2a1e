import type { SignedIn } from '@/shared/api/model';
import { boundedFetch } from '@/shared/api/bounded-fetch';
import { Problem } from '@/shared/api/problem';
import { locks } from '@/shared/local/locks';
import { local } from '@/shared/local/storage';

export type RefreshOutcome =
  | { kind: 'renewed'; signedIn: SignedIn }
  /** The server's no: there is no session behind the cookie (any more). */
  | { kind: 'refused'; code: string }
  | { kind: 'unreachable'; problem: Problem }
  /** Another tab was faster; its token is already here. */
  | { kind: 'unneeded' };

const LOCK = 'natter.refresh';
const KEY = 'natter.refresh-key';

/**
 * Changes the refresh cookie for an access token, one tab at a time. A refresh cookie that is used twice ends the whole
 * session, unless it is the same request that comes again; so each request has a key, which is kept where the cookie is,
 * for all tabs of this browser, until its answer has come. The next caller, be it another page after this one was left
 * or its answer was lost, asks with the same key and gets the same answer.
 */
export class TokenRefresher {
  /** `stillNeeded` is asked once it is our turn. */
  refresh(stillNeeded: () => boolean): Promise<RefreshOutcome> {
    return exclusively(async () => (stillNeeded() ? this.#ask() : { kind: 'unneeded' }));
  }

  async #ask(): Promise<RefreshOutcome> {
    try {
      const response = await boundedFetch(
        new Request(`${location.origin}/api/v1/auth/refresh`, {
          method: 'POST',
          headers: { 'idempotency-key': keptKey() },
        }),
      );
      // The answer breaks off when the page is left meanwhile.
      const payload: unknown = await response.json().catch(() => undefined);
      if (response.ok) {
        if (payload === undefined) return { kind: 'unreachable', problem: Problem.unreachable() };
        local.remove(KEY);
        return { kind: 'renewed', signedIn: payload as SignedIn };
      }
      const problem = Problem.of(response, payload);
      // The cookie may have been changed all the same, by a server that then failed: what comes next is a repetition.
      if (problem.isPassing) return { kind: 'unreachable', problem };
      local.remove(KEY);
      return { kind: 'refused', code: problem.code };
    } catch {
      return { kind: 'unreachable', problem: Problem.unreachable() };
    }
  }
}

/** Runs `work` while no other tab does; where there are no locks between tabs just runs it. */
export function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const shared = locks();
  return shared === undefined ? work() : (shared.request(LOCK, work) as Promise<T>);
}

/** The key of the request that has had no answer yet, or a new one. */
function keptKey(): string {
  const kept = local.get(KEY) ?? crypto.randomUUID();
  local.set(KEY, kept);
  return kept;
}
