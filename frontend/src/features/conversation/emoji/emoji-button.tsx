import { Smile } from 'lucide-react';
import type { RefObject } from 'react';
import { Suspense, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import { EmojiPopover } from '../lazy';
import styles from './emoji-button.module.css';

interface EmojiButtonProps {
  field: RefObject<HTMLTextAreaElement | null>;
  onWrite: (text: string) => void;
}

/** Puts emoji where one writes, one after the other until it is closed. */
export function EmojiButton({ field, onWrite }: EmojiButtonProps) {
  const words = useLanguage().texts.emoji;
  const [anchor, setAnchor] = useState<HTMLElement>();
  const insert = (emoji: string) => {
    const { current } = field;
    if (current === null) return;
    const { value, selectionStart, selectionEnd } = current;
    onWrite(value.slice(0, selectionStart) + emoji + value.slice(selectionEnd));
    const end = selectionStart + emoji.length;
    // Once the new text is in the field.
    requestAnimationFrame(() => {
      field.current?.setSelectionRange(end, end);
    });
  };
  return (
    <>
      <IconButton
        label={words.open}
        className={styles.button}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => {
          setAnchor(currentTarget);
        }}
      >
        <Smile size={22} aria-hidden="true" />
      </IconButton>
      <Suspense>
        {anchor !== undefined && (
          <EmojiPopover
            anchor={field.current ?? anchor}
            onChoose={insert}
            onClose={() => {
              setAnchor(undefined);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
