import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { Paths, Whole } from './model';
import { Problem } from './problem';

export type Api = Client<Paths>;

/** The REST API, typed by the services' own documents. `fetch` decides who speaks: see Session. */
export function createApi(fetch: (request: Request) => Promise<Response>): Api {
  return createClient<Paths>({ baseUrl: location.origin, fetch });
}

interface Outcome<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

/** The body of a successful answer; anything else is thrown as a Problem. */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<Whole<NonNullable<T>>> {
  const { data, error, response } = await call.catch((reason: unknown) => {
    // openapi-fetch rejects when there was no answer at all, or one that is not the JSON it says it is.
    throw reason instanceof Problem || isAbort(reason) ? reason : Problem.unreachable();
  });
  if (!response.ok) throw Problem.of(response, error);
  return data as Whole<NonNullable<T>>;
}

function isAbort(reason: unknown): reason is DOMException {
  return reason instanceof DOMException && reason.name === 'AbortError';
}
