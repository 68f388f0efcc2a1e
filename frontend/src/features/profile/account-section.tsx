import { useMutation } from '@tanstack/react-query';
import { AtSign, Download, KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { answer } from '@/shared/api/api';
import type { Me } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useLateFailure } from '@/shared/signed-in/use-late-failure';
import { Button } from '@/shared/ui/button';
import { ErrorLine } from '@/shared/ui/text-field';
import { ChangeEmail } from './change-email';
import { DeleteAccount } from './delete-account';
import { Heading } from './heading';
import styles from './profile.module.css';

interface AccountSectionProps {
  me: Me;
  onDeleted: () => void;
}

/** The account: its address, its data, its end. */
export function AccountSection({ me, onDeleted }: AccountSectionProps) {
  const { api } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.account;
  const [inner, setInner] = useState<'email' | 'delete'>();
  const sayLate = useLateFailure();
  const download = useMutation({
    mutationFn: async () =>
      answer<Blob>(
        api.GET('/api/v1/users/me/export', { parseAs: 'blob', headers: { accept: 'application/zip' } }),
      ),
    onSuccess: (archive) => {
      save(archive as unknown as Blob);
    },
    onError: (reason) => {
      sayLate(words.exportFailed, reason);
    },
  });
  const close = () => {
    setInner(undefined);
  };
  const failure = download.error;
  return (
    <section className={styles.section} aria-label={words.title}>
      <Heading art={KeyRound}>{words.title}</Heading>
      <div className={styles.deeds}>
        <Button
          look="outlined"
          onClick={() => {
            setInner('email');
          }}
        >
          <AtSign size={18} aria-hidden="true" />
          <span>{words.changeEmail}</span>
        </Button>
        <Button
          look="outlined"
          aria-disabled={download.isPending}
          onClick={() => {
            if (!download.isPending) download.mutate();
          }}
        >
          <Download size={18} aria-hidden="true" />
          <span>{download.isPending ? words.exporting : words.export}</span>
        </Button>
        <Button
          look="outlined"
          className={styles.danger}
          onClick={() => {
            setInner('delete');
          }}
        >
          <Trash2 size={18} aria-hidden="true" />
          <span>{words.remove}</span>
        </Button>
      </div>
      <ErrorLine>
        {failure === null ? undefined : `${words.exportFailed} ${problemText(failure, language)}`}
      </ErrorLine>
      {inner === 'email' && <ChangeEmail onClose={close} />}
      {inner === 'delete' && <DeleteAccount email={me.email} onClose={close} onDeleted={onDeleted} />}
    </section>
  );
}

/** Has the browser keep a file. */
function save(archive: Blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(archive);
  link.download = 'natter-export.zip';
  link.click();
  // The browser reads it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
