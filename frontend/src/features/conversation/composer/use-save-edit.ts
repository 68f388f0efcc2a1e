import { useState } from 'react';
import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import type { Composing } from './composing';

/** Saves the new text of a message. What could not be saved stays where it is written, and why is said. */
export function useSaveEdit(composing: Composing, onSave: (message: Message, text: string) => Promise<void>) {
  const language = useLanguage();
  const words = language.texts.message;
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const why = (reason: unknown): string => {
    if (reason instanceof Problem && reason.code === 'too_late') return words.tooLate;
    if (reason instanceof Problem && reason.status === 404) return words.goneAway;
    return `${words.notSaved} ${problemText(reason, language)}`;
  };
  return {
    saving,
    failure,
    forget: () => {
      setFailure(undefined);
    },
    save: async (message: Message, text: string) => {
      setFailure(undefined);
      setSaving(true);
      try {
        if (text !== message.text) await onSave(message, text);
        // Another one may be edited by now.
        if (composing.getSnapshot().edit?.message.id === message.id) composing.cancel();
      } catch (reason) {
        setFailure(why(reason));
      } finally {
        setSaving(false);
      }
    },
  };
}
