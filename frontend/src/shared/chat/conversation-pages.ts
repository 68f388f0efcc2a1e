import type { InfiniteData } from '@tanstack/react-query';
import { replaceEqualDeep } from '@tanstack/react-query';
import type { Conversation } from '@/shared/api/model';
import { newerOf } from './conversation-changes';

/** A page of the list as the server answers it. */
export interface ConversationPage {
  /** None any more once they are among the known. */
  items: Conversation[];
  next: string | null;
  /** Where the last one stands; undefined when there was none. */
  end: ListPlace | undefined;
}

/** What decides where a conversation stands in the list. */
export interface ListPlace {
  pinned: boolean;
  updatedAt: string;
}

export type ConversationPages = InfiniteData<ConversationPage, string | null>;

/**
 * The list as far as it is known. What was fetched since the connection began reaches from the top to the end of the last
 * page; what is known beyond (from before, or kept on this device) is there, and is fetched anew as one comes to it.
 */
export interface KnownConversations extends ConversationPages {
  /** Each once, pinned first, then latest activity first; the same array while nothing has changed. */
  known: readonly Conversation[];
}

/** What is known after an answer; `pushed` are those that came by themselves while it was under way. */
export function afterAnswer(
  before: KnownConversations | undefined,
  answer: ConversationPages,
  pushed: ReadonlySet<string>,
  ownId: string,
): KnownConversations {
  const known = new Map(before?.known.map((each) => [each.id, each]));
  const arrived = answer.pages.flatMap(({ items }) => items);
  const [first] = answer.pages;
  if (first !== undefined && answer.pages.length === 1)
    without(known, first, new Set([...pushed, ...first.items.map(({ id }) => id)]));
  for (const each of arrived) known.set(each.id, newest(known.get(each.id), each, ownId));
  const pages = answer.pages.map((page) => (page.items.length === 0 ? page : { ...page, items: [] }));
  return {
    ...answer,
    pages,
    known: sameOr(
      before?.known,
      [...known.values()].sort((one, other) => order(placeIn(one), placeIn(other))),
    ),
  };
}

/** What the first page would hold if it were still there is gone. */
function without(known: Map<string, Conversation>, { next, end }: ConversationPage, there: Set<string>) {
  for (const each of known.values()) {
    const within = next === null || (end !== undefined && order(placeIn(each), end) < 0);
    if (within && !there.has(each.id)) known.delete(each.id);
  }
}

/** With one conversation changed, or new. What changes nothing leaves every part the same, so that nothing is drawn again. */
export function withOne(data: KnownConversations, conversation: Conversation): KnownConversations {
  const at = data.known.findIndex(({ id }) => id === conversation.id);
  const before = data.known[at];
  if (before === conversation) return data;
  const known = data.known.slice();
  const place = placeIn(conversation);
  if (before !== undefined && order(placeIn(before), place) === 0) known[at] = conversation;
  else {
    if (at >= 0) known.splice(at, 1);
    known.splice(placeOf(known, place), 0, conversation);
  }
  return { ...data, known };
}

/** Without one conversation; the same list when it does not hold it. */
export function withoutOne(data: KnownConversations, id: string): KnownConversations {
  const known = data.known.filter((each) => each.id !== id);
  return known.length === data.known.length ? data : { ...data, known };
}

/** With every one changed by what does not move any. */
export function withAll(
  data: KnownConversations,
  change: (known: Conversation) => Conversation,
): KnownConversations {
  const known = sameOr(data.known, data.known.map(change));
  return known === data.known ? data : { ...data, known };
}

/** Everything may have changed but for what is pushed from now on: the list is fetched again, page by page as one sees it. */
export function withFirstPageOnly(data: KnownConversations): KnownConversations {
  return { ...data, pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
}

/** How many of them, from the top, were fetched; the others are known from before. */
export function fetchedOf(
  conversations: readonly Conversation[],
  { pages }: Pick<ConversationPages, 'pages'>,
): number {
  const last = pages.at(-1);
  if (last === undefined || last.next === null) return conversations.length;
  // Undefined where a page was empty, and yet not the last.
  const { end } = last;
  return end === undefined ? 0 : firstWhere(conversations, (each) => order(placeIn(each), end) > 0);
}

/** The answer's view where it tells something new, otherwise the very object that is known. */
function newest(known: Conversation | undefined, arriving: Conversation, ownId: string): Conversation {
  return replaceEqualDeep(known, newerOf(known, arriving, ownId));
}

function sameOr(before: readonly Conversation[] | undefined, now: readonly Conversation[]) {
  return before?.length === now.length && now.every((each, at) => each === before[at]) ? before : now;
}

export function placeIn({ mine, updatedAt }: Conversation): ListPlace {
  return { pinned: mine.pinned, updatedAt };
}

/** Negative when `one` stands above `other`: pinned first, then latest activity first. */
function order(one: ListPlace, other: ListPlace): number {
  if (one.pinned !== other.pinned) return one.pinned ? -1 : 1;
  if (one.updatedAt === other.updatedAt) return 0;
  return one.updatedAt < other.updatedAt ? 1 : -1;
}

/** On top of what happened at the same time. */
function placeOf(known: readonly Conversation[], place: ListPlace): number {
  return firstWhere(known, (each) => order(placeIn(each), place) >= 0);
}

/** The first for which something holds that holds for all behind it. */
function firstWhere(known: readonly Conversation[], holds: (each: Conversation) => boolean): number {
  let [from, to] = [0, known.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const each = known[middle];
    if (each !== undefined && holds(each)) to = middle;
    else from = middle + 1;
  }
  return from;
}
