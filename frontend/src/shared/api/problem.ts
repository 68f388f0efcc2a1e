import * as v from 'valibot';

const body = v.object({
  code: v.optional(v.string()),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(v.object({ field: v.string(), detail: v.string() })), []),
});

/** A call that did not give what was asked for. `unreachable` (status 0) is the network's doing, all else the server's word. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string = code,
    readonly retryAfterSeconds?: number,
  ) {
    super(detail);
  }

  /** Whether the same call may well succeed later, unchanged. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  static unreachable(): Problem {
    return new Problem(0, 'unreachable');
  }

  /** Reads what the server said; a body that is no problem document (a proxy's page) still makes a Problem. */
  static of(response: Response, payload: unknown): Problem {
    const read = v.safeParse(body, payload);
    const code = (read.success ? read.output.code : undefined) ?? `http_${response.status}`;
    const detail = read.success ? read.output.detail : undefined;
    return new Problem(response.status, code, detail, retryAfter(response.headers.get('retry-after')));
  }
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * How long to wait before a call is made again: as long as the server says or a little longer, else longer each time; by chance,
 * so that many do not come back at once, and never more than 30 s.
 */
export function pauseBefore(failures: number, reason: Error, random: () => number = Math.random): number {
  const seconds = reason instanceof Problem ? reason.retryAfterSeconds : undefined;
  if (seconds !== undefined) {
    return Math.min(LONGEST_PAUSE_MS, seconds * 1_000 * (1 + random() / 2));
  }
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + random() / 2);
}

function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
