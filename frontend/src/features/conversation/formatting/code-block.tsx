import { Copy } from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import { useCopy } from '../message/use-copy';
import styles from './formatted.module.css';

/** Fenced code, as it was typed, and the way to copy it. */
export function CodeBlock({ text }: { text: string }) {
  const words = useLanguage().texts.message;
  const copy = useCopy();
  return (
    <div className={styles.fenced}>
      <pre
        className={styles.lines}
        dir="ltr"
        translate="no"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one scrolls it by keyboard
        tabIndex={0}
        role="group"
        aria-label={words.code}
      >
        <code>{text}</code>
      </pre>
      <button
        type="button"
        className={styles.copy}
        aria-label={words.copyCode}
        title={words.copyCode}
        onClick={() => void copy(text)}
      >
        <Copy size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
