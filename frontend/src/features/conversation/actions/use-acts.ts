import { useState } from 'react';
import type { Message } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import type { OpenConversation } from '../open-conversations';
import type { ActsTarget } from './message-acts';
import type { MessageAct } from './message-menu';
import { mayEdit } from './allowed';

/** What the choices of a message's menu do, and what lies over the conversation for it. */
export function useActs({ composing }: OpenConversation, messages: readonly Message[]) {
  const { ownId, toasts, announcer } = useSignedIn();
  const words = useLanguage().texts.message;
  const [target, setTarget] = useState<ActsTarget>();
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      announcer.say(words.copied);
    } catch {
      toasts.fail(words.copyFailed);
    }
  };
  const edit = (message: Message) => {
    composing.edit(message, message.text ?? '');
  };
  const act = (what: MessageAct, message: Message, anchor: HTMLElement) => {
    switch (what) {
      case 'reply':
        composing.reply(message);
        break;
      case 'edit':
        edit(message);
        break;
      case 'copy':
        void copy(message.text ?? '');
        break;
      case 'delete':
        setTarget({ kind: 'delete', messages: [message], anchor });
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
