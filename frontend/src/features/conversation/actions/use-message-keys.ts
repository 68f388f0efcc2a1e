import { useEffect, useEffectEvent } from 'react';
import type { Message } from '@/shared/api/model';

interface MessageKeys {
  /** The list of messages; elsewhere the keys are letters. */
  list: HTMLElement | null;
  messages: readonly Message[];
  onReply: (message: Message) => void;
  onEditLast: () => void;
  onReact: (message: Message, anchor: HTMLElement) => void;
}

/** In the list, R answers the message that has the focus, or the last one, + reacts to it, and E edits one's own last message. */
export function useMessageKeys({ list, messages, onReply, onEditLast, onReact }: MessageKeys) {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, isComposing, defaultPrevented, target } = event;
    if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || !(target instanceof HTMLElement))
      return;
    const seq = target.closest<HTMLElement>('[data-seq]')?.dataset['seq'];
    const alive = messages.filter(({ deletedAt }) => deletedAt === null);
    const message = seq === undefined ? alive.at(-1) : alive.find((each) => each.seq === Number(seq));
    switch (event.key.toLowerCase()) {
      case 'e':
        onEditLast();
        break;
      case 'r':
        if (message === undefined) return;
        onReply(message);
        break;
      case '+':
        if (message === undefined) return;
        onReact(message, target);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
  useEffect(() => {
    if (list === null) return;
    const listener = (event: KeyboardEvent) => {
      hear(event);
    };
    list.addEventListener('keydown', listener);
    return () => {
      list.removeEventListener('keydown', listener);
    };
  }, [list]);
}
