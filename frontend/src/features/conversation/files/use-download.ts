import { useState } from 'react';
import type { StoredFile } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { Problem } from '@/shared/api/problem';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { linkTo } from '../uploads/stored-link';

/** Lets the browser download a file, which may be large, under its own name: the store sends it as an attachment. */
export function useDownload({ id, name }: Pick<StoredFile, 'id' | 'name'>) {
  const { api, toasts } = useSignedIn();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const { url } = await linkTo(api, 'file', id);
      await expectThere(url);
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
    } catch (reason) {
      toasts.fail(`${language.texts.attachments.downloadFailed} ${problemText(reason, language)}`);
    } finally {
      setBusy(false);
    }
  };
  return { busy, download };
}

/** A link to what is not there would lead the page to the store's error. */
async function expectThere(url: string) {
  const seen = new AbortController();
  const answer = await fetch(url, { signal: seen.signal }).catch(() => {
    throw Problem.unreachable();
  });
  seen.abort();
  if (!answer.ok) throw new Problem(answer.status === 403 ? 503 : answer.status, 'download_refused');
}
