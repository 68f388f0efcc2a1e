import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import styles from './conversation-search.module.css';

interface ConversationSearchProps {
  sought: string;
  onSeek: (sought: string) => void;
  /** How many there are, once that is known. */
  found: number | undefined;
}

/** Looks for a conversation by who is in it, what it is called, or what was said last. */
export function ConversationSearch({ sought, onSeek, found }: ConversationSearchProps) {
  const words = useLanguage().texts.conversations;
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    onSeek('');
    field.current?.focus();
  };
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className={styles.field}>
        <Search size={18} aria-hidden="true" className={styles.sign} />
        <input
          ref={field}
          data-shortcut="search"
          type="text"
          className={styles.input}
          aria-label={words.search}
          placeholder={words.search}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="auto"
          enterKeyHint="search"
          maxLength={100}
          value={sought}
          onChange={({ target }) => {
            onSeek(target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onSeek('');
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            event.currentTarget.form?.parentElement
              ?.querySelector<HTMLElement>('nav [data-index="0"] a')
              ?.focus();
          }}
        />
        {sought !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label={words.clearSearch}
            title={words.clearSearch}
            onClick={clear}
          >
            <X size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      <VisuallyHidden role="status">{found !== undefined && words.foundCount(found)}</VisuallyHidden>
    </form>
  );
}
