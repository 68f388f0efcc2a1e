import type { SignedIn } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';

export type RefreshOutcome =
  | { kind: 'renewed'; signedIn: SignedIn }
  /** The server's no: there is no session behind the cookie (any more). */
  | { kind: 'refused'; code: string }
  | { kind: 'unreachable'; problem: Problem }
  /** Another tab was faster; its token is already here. */
  | { kind: 'unneeded' };

const LOCK = 'natter.refresh';
const MARK = 'natter.refreshing';
/** How long an answer may take to land in the cookie jar after the page that asked for it is gone. */
const ORPHAN_MS = 5_000;

/**
 * Changes the refresh cookie for an access token, one tab at a time. A refresh cookie that is used twice ends the whole
 * session, so this is serialised over all tabs with a Web Lock; and because a reload drops the lock while the request is
 * still under way, a mark in the storage makes the next page wait until its answer must have arrived.
 */
export class TokenRefresher {
  /** `stillNeeded` is asked once it is our turn. */
  refresh(stillNeeded: () => boolean): Promise<RefreshOutcome> {
    return exclusively(async () => {
      if (!stillNeeded()) return { kind: 'unneeded' };
      await orphanHasLanded();
      if (!stillNeeded()) return { kind: 'unneeded' };
      return this.#ask();
    });
  }

  async #ask(): Promise<RefreshOutcome> {
    mark();
    try {
      // keepalive: the answer's cookie is kept even when the page goes away meanwhile.
      const response = await fetch(`${location.origin}/api/v1/auth/refresh`, {
        method: 'POST',
        keepalive: true,
      });
      // Only an answer clears the mark: a page that is left sees its request fail, while the server may yet answer it.
      localStorage.removeItem(MARK);
      const payload: unknown = await response.json().catch(() => undefined);
      if (response.ok) return { kind: 'renewed', signedIn: payload as SignedIn };
      const problem = Problem.of(response, payload);
      return problem.isPassing ? { kind: 'unreachable', problem } : { kind: 'refused', code: problem.code };
    } catch {
      return { kind: 'unreachable', problem: Problem.unreachable() };
    }
  }
}

/** Runs `work` while no other tab does; where there are no Web Locks (plain http beyond localhost) just runs it. */
export function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks === undefined ? work() : (locks.request(LOCK, work) as Promise<T>);
}

function mark() {
  localStorage.setItem(MARK, String(Date.now()));
}

async function orphanHasLanded() {
  const age = Date.now() - Number(localStorage.getItem(MARK) ?? 0);
  if (age >= 0 && age < ORPHAN_MS) await new Promise((resolve) => setTimeout(resolve, ORPHAN_MS - age));
}
