/** The code in every mail. */
export const CODE = '123456';

export type Body = Record<string, unknown>;
type Handler = (match: Record<string, string>, body: Body, url: URL) => Response;

/** `METHOD path`, the path as a regular expression whose groups the handler is given. */
export type Route = [call: string, handler: Handler];

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const done = () => new Response(null, { status: 204 });

export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  return json(status, { type: 'about:blank', title: code, status, code }, headers);
}
