import { AtSign, KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Me } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { ChangeEmail } from './change-email';
import { DeleteAccount } from './delete-account';
import { ExportData } from './export-data';
import { Heading } from './heading';
import styles from './profile.module.css';

interface AccountSectionProps {
  me: Me;
  onDeleted: () => void;
}

/** The account: its address, its data, its end. */
export function AccountSection({ me, onDeleted }: AccountSectionProps) {
  const words = useLanguage().texts.account;
  const [inner, setInner] = useState<'email' | 'delete'>();
  const close = () => {
    setInner(undefined);
  };
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
        <ExportData />
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
      {inner === 'email' && <ChangeEmail onClose={close} />}
      {inner === 'delete' && <DeleteAccount email={me.email} onClose={close} onDeleted={onDeleted} />}
    </section>
  );
}
