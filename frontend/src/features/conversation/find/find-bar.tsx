import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useMessageSearch } from '@/shared/search/use-message-search';
import { IconButton } from '@/shared/ui/button';
import { useSettled } from '@/shared/ui/use-settled';
import styles from './find-bar.module.css';
import { useMarkedWords } from './use-marked-words';

interface FindBarProps {
  conversationId: string;
  /** Where the messages are drawn. */
  list: HTMLElement | null;
  onJump: (seq: number) => void;
  onClose: () => void;
}

/** Looks for messages of one conversation, the newest first, and leads from one to the next where they stand. */
export function FindBar({ conversationId, list, onJump, onClose }: FindBarProps) {
  const language = useLanguage();
  const words = language.texts.search;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const query = useSettled(typed.trim());
  const { hits, search, searching } = useMessageSearch(query, conversationId);
  const [at, setAt] = useState(0);
  useMarkedWords(list, query);
  useFocusBack(field);

  // Undefined also while the page that it is on is being fetched.
  const seq = hits[at]?.message.seq;
  const jump = useEffectEvent(onJump);
  useEffect(() => {
    if (seq !== undefined) jump(seq);
  }, [query, seq]);

  const older = () => {
    if (at + 1 < hits.length) setAt(at + 1);
    else if (search.hasNextPage) {
      setAt(hits.length);
      if (!search.isFetching) void search.fetchNextPage();
    }
  };
  const newer = () => {
    if (at > 0) setAt(at - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { Enter: event.shiftKey ? newer : older, ArrowUp: older, ArrowDown: newer }[event.key];
    if (event.key === 'Escape') onClose();
    else if (step === undefined) return;
    else step();
    event.preventDefault();
  };
  const total = search.hasNextPage ? words.many(hits.length) : String(hits.length);
  const status =
    query === ''
      ? ''
      : search.isError
        ? problemText(search.error, language)
        : searching || query !== typed.trim()
          ? words.searching
          : hits.length === 0
            ? words.none
            : words.place(Math.min(at + 1, hits.length), total);
  return (
    <div role="search" aria-label={words.open} className={styles.bar}>
      <input
        ref={field}
        type="text"
        className={styles.input}
        aria-label={words.field}
        placeholder={words.field}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        enterKeyHint="search"
        maxLength={100}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={styles.status}>
        {status}
      </p>
      <IconButton
        label={words.older}
        aria-disabled={at + 1 >= hits.length && !search.hasNextPage}
        onClick={older}
      >
        <ChevronUp size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.newer} aria-disabled={at === 0} onClick={newer}>
        <ChevronDown size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.close} onClick={onClose}>
        <X size={20} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** Has the focus while it is there; then what had it before. */
function useFocusBack(field: { current: HTMLElement | null }) {
  useEffect(() => {
    const before = document.activeElement;
    // Once what it was chosen from has given back the focus.
    const timer = setTimeout(() => {
      field.current?.focus();
    });
    return () => {
      clearTimeout(timer);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [field]);
}
