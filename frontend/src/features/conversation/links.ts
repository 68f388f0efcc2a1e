/** A piece of a text; with `href` when it is an address that can be followed. */
export interface TextPart {
  text: string;
  href: string | undefined;
}

const CANDIDATE = /(?:https?:\/\/|(?<![\p{L}\p{N}.@/])www\.)[^\s<>"`]+/giu;
const TRAILING = /[.,;:!?'’”»…)\]}*_]$/u;
const CLOSING: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Splits a text at its web addresses. Joined again, the parts are the text, whatever it holds. */
export function linksIn(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const address = withoutTail(match[0]);
    const href = hrefOf(address);
    if (href === undefined) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: undefined });
    parts.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: undefined });
  return parts;
}

/** What ends the sentence does not belong to the address; a bracket does when its other half is inside. */
function withoutTail(candidate: string): string {
  let address = candidate;
  while (TRAILING.test(address)) {
    const last = address.at(-1) ?? '';
    const opening = CLOSING[last];
    if (opening !== undefined && count(address, opening) >= count(address, last)) break;
    address = address.slice(0, -1);
  }
  return address;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function hrefOf(address: string): string | undefined {
  const whole = /^www\./i.test(address) ? `https://${address}` : address;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  // "https://bank.example@evil.example" is read as the one and goes to the other.
  const plain = url.username === '' && url.password === '';
  return plain && (url.hostname.includes('.') || url.hostname === 'localhost') ? url.href : undefined;
}
