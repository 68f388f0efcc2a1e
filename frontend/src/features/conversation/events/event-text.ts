import type { GroupEvent } from '@/shared/chat/group-events';
import type { Texts } from '@/shared/i18n/english';

/** A line names so many people, and counts the rest. */
const MOST_NAMED = 4;

interface Speech {
  words: Texts['groups']['events'];
  isMe: (userId: string) => boolean;
  nameOf: (userId: string) => string | undefined;
  /** Several names as one. */
  list: (names: readonly string[]) => string;
}

/** Says what happened to a group, to the signed-in user. */
export function eventText(event: GroupEvent, { words, isMe, nameOf, list }: Speech): string {
  // A name may be written the other way than the words around it.
  const apart = (text: string) => `\u2068${text}\u2069`;
  const named = (id: string, otherwise: string) => {
    const name = nameOf(id);
    return name === undefined ? otherwise : apart(name);
  };
  const who = isMe(event.by) ? undefined : named(event.by, words.unknown.who);
  const whom = (ids: readonly string[]) => {
    if (ids.length === 1 && ids[0] !== undefined)
      return isMe(ids[0]) ? undefined : named(ids[0], words.unknown.whom);
    const shown = shownOf(ids).map((id) => (isMe(id) ? words.me : named(id, words.unknown.whom)));
    const more = ids.length - shown.length;
    return list(more > 0 ? [...shown, words.others(more)] : shown);
  };
  switch (event.type) {
    case 'titled':
      return words.titled(who, apart(event.title));
    case 'role':
      return words[event.role](who, whom([event.userId]));
    case 'members': {
      const { added, removed } = event;
      const alone = [...added, ...removed].every((id) => id === event.by);
      if (added.length > 0) return alone ? words.joined(who) : words.added(who, whom(added));
      return alone ? words.left(who) : words.removed(who, whom(removed));
    }
  }
}

/** Those whose names the line of an event shows. */
export function namedInEvent(event: GroupEvent): readonly string[] {
  switch (event.type) {
    case 'titled':
      return [event.by];
    case 'role':
      return [event.by, event.userId];
    case 'members':
      return [event.by, ...shownOf([...event.added, ...event.removed])];
  }
}

function shownOf(ids: readonly string[]): readonly string[] {
  return ids.length > MOST_NAMED + 1 ? ids.slice(0, MOST_NAMED) : ids;
}
