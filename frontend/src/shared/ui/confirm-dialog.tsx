import type { ReactNode } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from './button';
import styles from './confirm-dialog.module.css';
import { Modal } from './modal';
import { ErrorLine } from './text-field';

interface ConfirmDialogProps {
  title: string;
  /** What the button that goes on says. */
  action: string;
  busy: boolean;
  failure: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
  /** What will happen. */
  children: ReactNode;
}

/** Asks before something is done that cannot be undone. */
export function ConfirmDialog({
  title,
  action,
  busy,
  failure,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  const { app, groups } = useLanguage().texts;
  return (
    <Modal title={title} closeLabel={app.close} onClose={onClose}>
      <div className={styles.words}>{children}</div>
      <ErrorLine>{failure}</ErrorLine>
      <div className={styles.ways}>
        <Button look="quiet" onClick={onClose}>
          {groups.cancel}
        </Button>
        <Button
          className={styles.go}
          aria-disabled={busy}
          onClick={() => {
            if (!busy) onConfirm();
          }}
        >
          {busy ? groups.working : action}
        </Button>
      </div>
    </Modal>
  );
}
