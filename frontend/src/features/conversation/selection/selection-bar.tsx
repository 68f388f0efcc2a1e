import { Copy, Forward, Trash2, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import { previewOf } from '@/shared/chat/preview';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { IconButton } from '@/shared/ui/button';
import { mayDelete } from '../actions/allowed';
import { useCopy } from '../message/use-copy';
import { useNames } from '../message/use-names';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  conversation: Conversation;
  chosen: readonly Message[];
  onForward: (anchor: HTMLElement) => void;
  onDelete: (anchor: HTMLElement) => void;
  onEnd: () => void;
}

/** What one may do with the messages that are chosen. Escape ends choosing. */
export function SelectionBar({ conversation, chosen, onForward, onDelete, onEnd }: SelectionBarProps) {
  const { ownId } = useSignedIn();
  const { texts, formats } = useLanguage();
  const words = texts.selection;
  const bar = useRef<HTMLDivElement>(null);
  const copy = useCopy();
  const { names } = useNames(
    conversation,
    chosen.map(({ senderId }) => senderId),
  );
  const deletable = chosen.every((message) => mayDelete(message, conversation, ownId));
  useEscape(onEnd);
  useEffect(() => {
    // Once the menu that it was chosen from has given back the focus.
    const timer = setTimeout(() => bar.current?.querySelector('button')?.focus());
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const copied = () => {
    const lines = chosen.map((message) => {
      const name =
        message.senderId === ownId
          ? texts.conversations.you
          : (names.get(message.senderId) ?? texts.message.unknown);
      return `${name}, ${formats.time(message.sentAt)}: ${previewOf(message, conversation, texts)}`;
    });
    const [only] = chosen;
    void copy(chosen.length === 1 && only ? previewOf(only, conversation, texts) : lines.join('\n')).then(
      onEnd,
    );
  };
  const none = chosen.length === 0;
  return (
    <div ref={bar} role="group" aria-label={words.title} className={styles.bar}>
      <IconButton label={words.end} onClick={onEnd}>
        <X size={20} aria-hidden="true" />
      </IconButton>
      <p role="status" className={styles.count}>
        {words.count(chosen.length)}
      </p>
      <IconButton
        label={texts.message.copy}
        aria-disabled={none}
        onClick={() => {
          if (!none) copied();
        }}
      >
        <Copy size={20} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={texts.forward.open}
        aria-disabled={none}
        onClick={({ currentTarget }) => {
          if (!none) onForward(currentTarget);
        }}
      >
        <Forward size={20} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={deletable ? texts.message.deleteConfirm : words.notDeletable}
        aria-disabled={none || !deletable}
        onClick={({ currentTarget }) => {
          if (!none && deletable) onDelete(currentTarget);
        }}
      >
        <Trash2 size={20} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** Before Escape means anything else; what lies over the page has it first. */
function useEscape(onEnd: () => void) {
  const end = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || document.querySelector('[role=dialog], [role=menu]') !== null) return;
    event.preventDefault();
    onEnd();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      end(event);
    };
    addEventListener('keydown', listener, true);
    return () => {
      removeEventListener('keydown', listener, true);
    };
  }, []);
}
