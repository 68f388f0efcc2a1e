import type { Mine } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** Changes how one sees a conversation; a failure is undone on screen and said. */
export function useOwnView() {
  const { ownViews, toasts } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.ownView;
  return async (id: string, change: Partial<Mine>) => {
    try {
      await ownViews.change(id, change);
    } catch (reason) {
      const full = change.pinned === true && reason instanceof Problem && reason.status === 422;
      toasts.fail(full ? words.tooManyPinned : `${words.failed} ${problemText(reason, language)}`);
    }
  };
}
