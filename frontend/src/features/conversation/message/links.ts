import { unlikeShown } from './look-alikes';

/** A piece of a text; with `href` when it is an address that can be followed. */
export interface TextPart {
  text: string;
  href: string | undefined;
  /** The host as the network knows it, where the text shows letters that look like others. */
  host?: string | undefined;
}

// linkify-it 6 was tried on the cases: it finds nothing beside Chinese letters, keeps ")." and "*", and follows a bidi override.

const BEGIN = /https?:\/\/|(?<![\p{L}\p{N}.@/])www\./giu;
/** What no address goes on after: spaces, quotes, what turns the line round or is unseen, and what ends a sentence in any script. */
const END =
  /[\s\p{Z}\p{Cc}<>"`]|(?![\u200c\u200d])\p{Cf}|(?![!-~])[\p{Terminal_Punctuation}\p{Ps}\p{Pe}\p{Pi}\u055b-\u055e\u201d»…]/u;
/** What ends the sentence, not the address. */
const TRAILING = /[.,;:!?')\]}*_~]|(?![!-~])\p{P}/u;
const OPENING: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
const PLAIN_HOST = /^(?:(?:[a-z0-9_-]+\.)*[a-z0-9_-]+\.?|\[[0-9a-f:.]+\])$/;
/** A name has at most 253 signs, and a port 5. */
const LONGEST_AUTHORITY = 260;

/**
 * Splits a text at its web addresses. Joined again, the parts are the text, whatever it holds. What is looked at grows with the
 * length of the text: no sign is read again after what it belongs to has been found to be an address or none.
 */
export function linksIn(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    const begin = match.index;
    const afterScheme = begin + match[0].length;
    const scheme = match[0].endsWith('/') ? match[0] : '';
    const authority = walk(text, scheme === '' ? begin : afterScheme, true);
    const hasPath = /[/?#]/.test(text[authority] ?? '');
    const authorityEnd = hasPath ? authority : withoutTail(text, begin, authority);
    const shown = text.slice(begin + scheme.length, authorityEnd);
    const host = hostOf(shown);
    if (host === undefined) continue;
    const end = hasPath ? withoutTail(text, begin, walk(text, authority, false)) : authorityEnd;
    const address = text.slice(begin, end);
    if (begin > from) parts.push({ text: text.slice(from, begin), href: undefined });
    const { href } = new URL(scheme === '' ? `https://${address}` : address);
    parts.push({ text: address, href, host: unlikeShown(shown, host) ? host : undefined });
    from = end;
    BEGIN.lastIndex = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: undefined });
  return parts;
}

/** Where an address, or the part before its path, ends at the latest. */
function walk(text: string, from: number, authorityOnly: boolean): number {
  const limit = authorityOnly ? Math.min(text.length, from + LONGEST_AUTHORITY) : text.length;
  for (let at = from; at < limit;) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (END.test(sign) || (authorityOnly && /[/?#]/.test(sign))) return at;
    at += sign.length;
  }
  return limit;
}

/** A bracket at the end belongs to the address when its other half is inside. */
function withoutTail(text: string, begin: number, end: number): number {
  const address = text.slice(begin, end);
  const counts = new Map<string, number>();
  for (const sign of address.match(/[()[\]{}]/g) ?? []) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let kept = address.length;
  while (kept > 0) {
    const last = address.charAt(kept - 1);
    if (!TRAILING.test(last)) break;
    const opening = OPENING[last];
    const closed = counts.get(last) ?? 0;
    if (opening !== undefined && (counts.get(opening) ?? 0) >= closed) break;
    counts.set(last, closed - 1);
    kept -= 1;
  }
  return begin + kept;
}

/** The host as the network knows it; undefined when what stands before the path names none. */
function hostOf(authority: string): string | undefined {
  // "https://bank.example@evil.example" is read as the one and goes to the other.
  if (authority === '' || authority.includes('@') || !URL.canParse(`https://${authority}`)) return undefined;
  const { hostname } = new URL(`https://${authority}`);
  return PLAIN_HOST.test(hostname) ? hostname : undefined;
}
