import { Problem } from '@/shared/api/problem';
import type { Language } from './language';

/** What went wrong, in words for a person. What a call has words of its own for, it says before it asks here. */
export function problemText(reason: unknown, { texts, formats }: Language): string {
  const words = texts.problems;
  if (!(reason instanceof Problem)) return words.unexpected;
  const wait =
    reason.retryAfterSeconds === undefined ? undefined : formats.wait(Math.max(1, reason.retryAfterSeconds));
  if (reason.status === 0) return words.unreachable;
  if (reason.status === 404) return words.notFound;
  if (reason.status === 429) return wait === undefined ? words.tooMany : words.tooManyFor(wait);
  if (reason.status >= 500) return wait === undefined ? words.unavailable : words.unavailableFor(wait);
  return words.unexpected;
}
