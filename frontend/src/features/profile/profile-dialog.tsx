import { useMutation, useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { meOptions } from '@/shared/chat/me';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useLateFailure } from '@/shared/signed-in/use-late-failure';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import { AccountSection } from './account-section';
import { BlockList } from './block-list';
import { NameForm } from './name-form';
import { PreferenceForm } from './preference-form';
import { PrivacyForm } from './privacy-form';
import styles from './profile.module.css';
import { SessionList } from './session-list';

interface ProfileDialogProps {
  onClose: () => void;
  signOut: () => Promise<void>;
  /** The account is deleted, and with it the session. */
  onDeleted: () => void;
}

/** One's own name, how the app is on this device, where one is signed in, and the way out. */
export function ProfileDialog({ onClose, signOut, onDeleted }: ProfileDialogProps) {
  const { api } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.profile;
  const me = useQuery(meOptions(api));
  const sayLate = useLateFailure();
  const leave = useMutation({
    mutationFn: signOut,
    onError: (reason) => {
      sayLate(words.notSignedOut, reason);
    },
  });
  return (
    <Modal title={words.title} closeLabel={words.close} onClose={onClose}>
      {me.data !== undefined && <NameForm me={me.data} />}
      {me.isError && <ErrorLine>{problemText(me.error, language)}</ErrorLine>}
      <PreferenceForm />
      {me.data !== undefined && <PrivacyForm settings={me.data.settings} />}
      <BlockList />
      <SessionList />
      {me.data !== undefined && <AccountSection me={me.data} onDeleted={onDeleted} />}
      <div className={styles.leave}>
        <Button
          look="outlined"
          aria-disabled={leave.isPending}
          onClick={() => {
            if (!leave.isPending) leave.mutate();
          }}
        >
          <LogOut size={18} aria-hidden="true" />
          <span>{leave.isPending ? words.signingOut : words.signOut}</span>
        </Button>
        {leave.isError && <ErrorLine>{problemText(leave.error, language)}</ErrorLine>}
      </div>
    </Modal>
  );
}
