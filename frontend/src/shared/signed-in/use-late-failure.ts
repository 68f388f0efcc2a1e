import { useEffect, useRef } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from './signed-in';

/** Says that something has failed where the part of the page that would say it is gone by then: a dialog was closed meanwhile. */
export function useLateFailure() {
  const { toasts } = useSignedIn();
  const language = useLanguage();
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  return (what: string, reason: unknown) => {
    if (gone.current) toasts.fail(`${what} ${problemText(reason, language)}`);
  };
}
