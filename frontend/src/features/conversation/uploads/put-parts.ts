import { Problem, pauseBefore } from '@/shared/api/problem';
import { EXPIRED, put } from './put';

/** Uploads that run beside each other: more would only take the bandwidth from each other. */
const AT_ONCE = 4;
/** How often a part is sent in all before the upload waits as a whole. */
const TRIES = 4;

/** A stretch of a large file, and where it goes. */
export interface Part {
  number: number;
  url: string;
  from: number;
  bytes: number;
}

/**
 * Puts a file in parts, four at a time, each again when it fails for now. `done` holds the numbers of the parts that are stored
 * already, and is added to, so that a later try goes on where this one ended.
 */
export async function putParts(
  parts: readonly Part[],
  blob: Blob,
  done: Set<number>,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const sent = new Map(parts.map(({ number, bytes }) => [number, done.has(number) ? bytes : 0]));
  const waiting = parts.filter(({ number }) => !done.has(number));
  const next = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const { number, url, from, bytes } = part;
      const count = (now: number) => {
        sent.set(number, now);
        onSent([...sent.values()].reduce((sum, each) => sum + each, 0));
      };
      await persistently(
        () => put({ url, headers: {} }, blob.slice(from, from + bytes), count, either),
        either,
      );
      done.add(number);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  } catch (reason) {
    // The others end as well.
    failed.abort();
    throw reason;
  }
}

async function persistently(call: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let failures = 0; ; failures++) {
    try {
      await call();
      return;
    } catch (reason) {
      const passing = reason instanceof Problem && reason.isPassing && reason.code !== EXPIRED;
      if (!passing || failures >= TRIES - 1) throw reason;
      await new Promise((resolve) => {
        setTimeout(resolve, pauseBefore(failures, reason));
        signal.addEventListener('abort', resolve, { once: true });
      });
    }
  }
}
