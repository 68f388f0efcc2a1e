import { Problem, pauseBefore } from './problem';

/** How often a call that fails for now is made in all. */
const MOST_TRIES = 4;

/**
 * Makes a call that changes nothing, and makes it again after a pause when it failed for now, as the query cache does it for
 * what it holds. Fails with the last reason: at once for what would not pass, else after four tries.
 */
export async function retrying<T>(call: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await call();
    } catch (reason) {
      if (!isTransient(reason, failures)) throw reason;
      await pause(pauseBefore(failures, reason));
    }
  }
}

/** Whether a call that changes nothing is to be made again after so many failures before this one. */
export function isTransient(reason: unknown, failures: number): reason is Problem {
  return reason instanceof Problem && reason.isPassing && failures < MOST_TRIES - 1;
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => {
    setTimeout(over, ms);
  });
}
