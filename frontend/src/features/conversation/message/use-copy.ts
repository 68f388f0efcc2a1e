import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** Copies a text, and says whether it could. */
export function useCopy() {
  const { toasts, announcer } = useSignedIn();
  const words = useLanguage().texts.message;
  return async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      announcer.say(words.copied);
    } catch {
      toasts.fail(words.copyFailed);
    }
  };
}
