import type { Conversation } from '@/shared/api/model';
import { fold } from '@/shared/text/fold';

/** Without what is easily taken for something else: I, L, O and U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 5;

/** A few signs that belong to one account for ever, and that cannot be chosen: what tells two people of one name apart. */
export function tagOf(userId: string): string {
  let hash = 0x811c9dc5;
  for (const sign of userId) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return Array.from({ length: LENGTH }, (_, at) => SIGNS[(hash >>> (5 * at)) & 31]).join('');
}

export interface Named {
  id: string;
  name: string;
}

/** The ids of those who have the same name, to the eye, as another one among them. */
export function namesakesIn(people: Iterable<Named>): ReadonlySet<string> {
  const byName = new Map<string, Set<string>>();
  for (const { id, name } of people) {
    const key = nameKey(name);
    const ids = byName.get(key);
    if (ids === undefined) byName.set(key, new Set([id]));
    else ids.add(id);
  }
  return new Set([...byName.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]));
}

/** Everybody with whom there is a conversation of two. */
export function companions(conversations: readonly Conversation[], ownId: string): Named[] {
  return conversations.flatMap(({ kind, members }) =>
    kind === 'direct' ? membersOf(members.filter(({ userId }) => userId !== ownId)) : [],
  );
}

export function membersOf(members: Conversation['members']): Named[] {
  return members.map(({ userId: id, name }) => ({ id, name }));
}

/** Worked out once for each name, of however many conversations. */
const keys = new Map<string, string>();
const MOST_KEYS = 50_000;

function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = fold(name).replace(/[\s\p{P}]+/gu, '');
  keys.set(name, key);
  return key;
}
