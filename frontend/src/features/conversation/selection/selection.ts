import { createContext, use, useState } from 'react';
import type { Message } from '@/shared/api/model';

/** So many messages can be chosen at once. */
export const MOST_SELECTED = 50;

export interface Selection {
  /** By id; undefined while one does not choose among messages. */
  chosen: ReadonlySet<string> | undefined;
  toggle: (message: Message) => void;
}

export const SelectionContext = createContext<Selection>({ chosen: undefined, toggle: () => undefined });

export function useSelection(): Selection {
  return use(SelectionContext);
}

/** Which messages one has chosen, in their present state and order; what is deleted meanwhile is chosen no more. */
export function useChosenMessages(messages: readonly Message[], onTooMany: () => void) {
  const [known, setKnown] = useState<ReadonlyMap<string, Message>>(new Map());
  const now = new Map(messages.map((message) => [message.id, message]));
  const chosen = [...known.values()]
    .map((message) => now.get(message.id) ?? message)
    .filter(({ deletedAt }) => deletedAt === null)
    .sort((one, other) => one.seq - other.seq);
  return {
    chosen,
    toggle: (message: Message) => {
      const next = new Map(known);
      if (!next.delete(message.id)) {
        if (chosen.length >= MOST_SELECTED) {
          onTooMany();
          return;
        }
        next.set(message.id, message);
      }
      setKnown(next);
    },
    clear: () => {
      setKnown(new Map());
    },
  };
}
