/** Members are mentioned in a text by their ids: `@[id]`. */
const MENTION = /@\[([\w-]{1,64})\]/g;

/** A piece of a text; with `userId` when it is a mention. */
export interface MentionPart {
  text: string;
  userId: string | undefined;
}

/** Splits a text at its mentions. Joined again, the parts are the text. */
export function mentionsIn(text: string): MentionPart[] {
  const parts: MentionPart[] = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), userId: undefined });
    parts.push({ text: match[0], userId: match[1] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), userId: undefined });
  return parts;
}

/** A text in plain words: names stand for the ids of those whom it mentions. */
export function inWords(text: string, nameOf: (userId: string) => string | undefined): string {
  return text.includes('@[')
    ? text.replace(MENTION, (whole, userId: string) => {
        const name = nameOf(userId);
        return name === undefined ? whole : `@${name}`;
      })
    : text;
}

/** A text as it is stored: ids stand for the names of those whom it mentions. Of two names the longer one is meant. */
export function inIds(text: string, members: readonly { userId: string; name: string }[]): string {
  if (!text.includes('@')) return text;
  const named = [...members].sort((one, other) => other.name.length - one.name.length);
  let stored = '';
  for (let at = 0; at < text.length;) {
    const mentioned = text[at] === '@' && !isWord(text[at - 1]) ? named.find(isAt(text, at + 1)) : undefined;
    stored += mentioned === undefined ? text.charAt(at) : `@[${mentioned.userId}]`;
    at += 1 + (mentioned?.name.length ?? 0);
  }
  return stored;
}

function isAt(text: string, at: number) {
  return ({ name }: { name: string }) =>
    name !== '' && text.startsWith(name, at) && !isWord(text[at + name.length]);
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(sign);
}
