import { useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import type { ConversationStore } from '../store/conversation-store';

/** Leads to a message wherever it is in the history, and says which one it is. */
export function useJump(store: ConversationStore, toSeq: (seq: number) => void) {
  const { toasts } = useSignedIn();
  const { texts } = useLanguage();
  const [highlighted, setHighlighted] = useState<number>();
  const jump = async (seq: number) => {
    setHighlighted(undefined);
    try {
      await store.showAround(seq);
    } catch {
      toasts.fail(texts.message.jumpFailed);
      return;
    }
    if (store.getSnapshot().messages.every((message) => message.seq !== seq)) {
      toasts.fail(texts.message.jumpFailed);
      return;
    }
    setHighlighted(seq);
    toSeq(seq);
  };
  return { highlighted, jump };
}
