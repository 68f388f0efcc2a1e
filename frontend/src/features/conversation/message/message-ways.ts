import { createContext, use } from 'react';
import type { Message, Quote } from '@/shared/api/model';
import type { OwnReactions } from '../reactions/own-reactions';

/** What the messages of a list lead to. Stays the same while the list does, so that no row is drawn anew for it. */
export interface MessageWays {
  reactions: OwnReactions;
  openImage: (imageId: string) => void;
  retry: (clientMessageId: string) => void;
  discard: (clientMessageId: string) => void;
  /** Opens the menu of a message at an element. */
  openMenu: (message: Message, anchor: HTMLElement) => void;
  /** Shows who has reacted to a message. */
  openReactors: (message: Message, anchor: HTMLElement) => void;
  jump: (quote: Quote) => void;
}

export const MessageWaysContext = createContext<MessageWays | undefined>(undefined);

export function useMessageWays(): MessageWays {
  const ways = use(MessageWaysContext);
  if (ways === undefined) throw new Error('no list of messages');
  return ways;
}

/** The name of a member of the conversation; undefined while it is not known. */
export type NameOf = (userId: string) => string | undefined;

export const NameOfContext = createContext<NameOf>(() => undefined);

export function useNameOf(): NameOf {
  return use(NameOfContext);
}
