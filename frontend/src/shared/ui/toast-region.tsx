import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from './button';
import { join } from './join';
import styles from './toast-region.module.css';
import type { Toast, Toasts } from './toasts';
import { usePageAttention } from './use-page-attention';

/** Long enough to read two lines twice. */
const SHOWN_MS = 15_000;

/** Where failures and news are said that have no place of their own, above all else on the page. */
export function ToastRegion({ toasts }: { toasts: Toasts }) {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.getSnapshot);
  const [held, setHeld] = useState(false);
  const attention = usePageAttention();
  const before = useRef<Element>(null);
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- nothing is done here: time stands still for who reads
    <div
      data-toasts
      className={styles.region}
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
      onFocus={({ relatedTarget, currentTarget }) => {
        setHeld(true);
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
      onBlur={() => {
        setHeld(false);
      }}
    >
      {shown.map((toast) => (
        <Alert
          key={toast.id}
          toast={toast}
          // Time passes only for who may be reading.
          passing={attention && !held}
          onClose={() => {
            setHeld(false);
            toasts.close(toast.id);
          }}
          onLeave={() => {
            if (before.current instanceof HTMLElement) before.current.focus();
          }}
        />
      ))}
    </div>
  );
}

/** What lies over the page leaves these usable. */
export function toastElements(): Iterable<Element> {
  return document.querySelectorAll('[data-toasts]');
}

interface AlertProps {
  toast: Toast;
  passing: boolean;
  onClose: () => void;
  /** The focus goes back to where it was. */
  onLeave: () => void;
}

function Alert({ toast, passing, onClose, onLeave }: AlertProps) {
  const { app } = useLanguage().texts;
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(() => {
      close();
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [passing]);
  const failed = toast.kind === 'failure';
  const Sign = failed ? CircleAlert : Info;
  return (
    <div role="alert" className={join(styles.toast, failed && styles.failed)}>
      <Sign size={20} aria-hidden="true" />
      {toast.path === undefined ? (
        <span className={styles.words}>{toast.words}</span>
      ) : (
        <Link to={toast.path} className={styles.words} onClick={onClose}>
          {toast.words}
        </Link>
      )}
      <IconButton
        label={app.close}
        onClick={() => {
          onLeave();
          onClose();
        }}
      >
        <X size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
