import { useState } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import { nameOf } from '@/shared/chat/conversation-names';
import { inWords } from '@/shared/chat/mentions';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import type { OpenConversation } from '../store/open-conversations';
import { useCopy } from '../message/use-copy';
import type { ActsTarget } from './message-acts';
import type { MessageAct } from './message-menu';
import { mayEdit } from './allowed';

/** What the choices of a message's menu do, and what lies over the conversation for it. */
export function useActs(
  conversation: Conversation,
  { composing }: OpenConversation,
  messages: readonly Message[],
  onSelect: (message: Message) => void,
) {
  const { ownId } = useSignedIn();
  const named = (userId: string) => nameOf(conversation, userId);
  const [target, setTarget] = useState<ActsTarget>();
  const copy = useCopy();
  const edit = (message: Message) => {
    composing.edit(message, inWords(message.text ?? '', named));
  };
  const act = (what: MessageAct, message: Message, anchor: HTMLElement) => {
    switch (what) {
      case 'reply':
        composing.reply(message);
        break;
      case 'edit':
        edit(message);
        break;
      case 'select':
        onSelect(message);
        break;
      case 'copy':
        void copy(inWords(message.text ?? '', named));
        break;
      case 'delete':
      case 'emoji':
      case 'reactors':
      case 'forward':
      case 'receipts':
        setTarget({ kind: what, messages: [message], anchor });
        break;
    }
  };
  return {
    target,
    setTarget,
    act,
    close: () => {
      setTarget(undefined);
    },
    /** The menu is gone; what a choice of it has opened stays. */
    closeMenu: () => {
      setTarget((now) => (now?.kind === 'menu' ? undefined : now));
    },
    editLast: () => {
      const last = messages.findLast((message) => mayEdit(message, ownId, Date.now()));
      if (last !== undefined) edit(last);
    },
  };
}
