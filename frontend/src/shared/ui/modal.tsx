import { Dialog, DialogDismiss, DialogHeading } from '@ariakit/react';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import buttonStyles from './button.module.css';
import { join } from './join';
import styles from './modal.module.css';
import { useOverlay } from './overlays';
import { toastElements } from './toast-region';

interface ModalProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Keeps its height while its content comes and goes. */
  tall?: boolean;
  /** What has the focus at first; otherwise the first thing that can have it. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** What has the focus afterwards, where what opened the dialog is gone by then. */
  finalFocus?: HTMLElement | undefined;
  children: ReactNode;
}

/** A dialog over the page: focus stays inside, Escape and the way back close it, and focus goes back where it was. */
export function Modal({
  title,
  closeLabel,
  onClose,
  tall = false,
  initialFocus,
  finalFocus,
  children,
}: ModalProps) {
  const store = useOverlay(onClose);
  return (
    <Dialog
      store={store}
      className={join(styles.modal, tall && styles.tall)}
      backdrop={<div className={styles.backdrop} />}
      unmountOnHide
      getPersistentElements={toastElements}
      {...(initialFocus && { initialFocus })}
      {...(finalFocus && { finalFocus })}
    >
      <div className={styles.head}>
        <DialogHeading className={styles.title}>{title}</DialogHeading>
        <DialogDismiss className={buttonStyles.icon} aria-label={closeLabel} title={closeLabel}>
          <X size={20} aria-hidden="true" />
        </DialogDismiss>
      </div>
      {children}
    </Dialog>
  );
}
