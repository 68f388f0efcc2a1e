import { ArrowUp } from 'lucide-react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useUnsent } from '@/shared/signed-in/signed-in';
import { join } from '@/shared/ui/join';
import styles from './composer.module.css';
import { AttachButton } from './images/attach-button';
import { pastedFiles } from './images/pasted-files';
import { LONGEST_TEXT, codePoints, sendable } from './sendable-text';
import { isAtDesk, sends } from './send-key';

const TELL_BELOW = 200;

interface ComposerProps {
  conversationId: string;
  onDraft: (text: string) => void;
  onSend: (text: string) => void;
  onFiles: (files: readonly File[]) => void;
}

/** Where one writes. */
export function Composer({ conversationId, onDraft, onSend, onFiles }: ComposerProps) {
  const words = useLanguage().texts.conversation;
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft: text } = useUnsent(conversationId);
  const [atDesk] = useState(isAtDesk);
  const wanted = sendable(text);
  const left = LONGEST_TEXT - codePoints(wanted);
  const ready = wanted !== '' && left >= 0;

  useEffect(() => {
    // On a touch screen the keyboard would cover what one came to read.
    if (atDesk) field.current?.focus();
  }, [atDesk]);

  const send = () => {
    if (!ready) return;
    onSend(wanted);
    onDraft('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!sends(event, atDesk)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <AttachButton onFiles={onFiles} />
      <div className={styles.field}>
        <div className={styles.grow} data-text={text}>
          <textarea
            ref={field}
            className={styles.text}
            rows={1}
            dir="auto"
            aria-label={words.write}
            placeholder={words.write}
            enterKeyHint={atDesk ? 'send' : 'enter'}
            value={text}
            onChange={(event) => {
              onDraft(event.target.value);
            }}
            onKeyDown={onKeyDown}
            onPaste={(event) => {
              const pasted = pastedFiles(event.clipboardData);
              if (pasted.length === 0) return;
              event.preventDefault();
              onFiles(pasted);
            }}
          />
        </div>
        {left < TELL_BELOW && (
          <p role="status" className={join(styles.left, left < 0 && styles.over)}>
            {left < 0 ? words.tooLong(-left) : words.left(left)}
          </p>
        )}
      </div>
      <button
        type="submit"
        className={styles.send}
        disabled={!ready}
        aria-label={words.send}
        title={words.send}
      >
        <ArrowUp size={22} strokeWidth={2.25} aria-hidden="true" />
      </button>
    </form>
  );
}
