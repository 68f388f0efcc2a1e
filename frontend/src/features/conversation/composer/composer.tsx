import { ArrowUp, Check } from 'lucide-react';
import type { KeyboardEvent, ReactElement, SubmitEvent } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import { inIds } from '@/shared/chat/mentions';
import { useLanguage } from '@/shared/i18n/language';
import { useUnsent } from '@/shared/signed-in/signed-in';
import { join } from '@/shared/ui/join';
import { ErrorLine } from '@/shared/ui/text-field';
import styles from './composer.module.css';
import type { Composing } from './composing';
import { ComposingBar } from './composing-bar';
import { AttachButton } from '../files/attach-button';
import { pastedFiles } from '../files/pasted-files';
import { LONGEST_TEXT, codePoints, sendable } from './sendable-text';
import { EmojiButton } from '../emoji/emoji-button';
import { MentionList } from '../mentions/mention-list';
import { useMentionCompletion } from '../mentions/use-mention-completion';
import { isAtDesk, sends } from './send-key';
import { useSaveEdit } from './use-save-edit';

const TELL_BELOW = 200;

interface ComposerProps {
  conversation: Conversation;
  composing: Composing;
  onDraft: (text: string) => void;
  onSend: (text: string) => void;
  onFiles: (files: readonly File[]) => void;
  /** Stands in the place of the button that sends while nothing is written. */
  record: ReactElement;
  /** Saves the new text of a message; fails when it is not saved. */
  onSave: (message: Message, text: string) => Promise<void>;
  /** One's own last message is to be edited, if there is one that can be. */
  onEditLast: () => void;
}

/** Where one writes: a message, an answer, or a new text for an old message. */
export function Composer({
  conversation,
  composing,
  onDraft,
  onSend,
  onFiles,
  record,
  onSave,
  onEditLast,
}: ComposerProps) {
  const { texts } = useLanguage();
  const words = texts.conversation;
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft } = useUnsent(conversation.id);
  const snapshot = useSyncExternalStore(composing.subscribe, composing.getSnapshot);
  const { edit, replyTo } = snapshot;
  const { saving, failure, save, forget } = useSaveEdit(composing, onSave);
  const [atDesk] = useState(isAtDesk);
  const text = edit?.text ?? draft;
  const wanted = sendable(text);
  const left = LONGEST_TEXT - codePoints(wanted);
  const ready = wanted !== '' && left >= 0 && !saving;
  const subject = (edit?.message ?? replyTo)?.id;

  useEffect(() => {
    // On a touch screen the keyboard would cover what one came to read, unless one has asked to write.
    if (!atDesk && subject === undefined) return;
    // Once what one chose it from has given back the focus.
    const timer = setTimeout(() => {
      const { current } = field;
      current?.focus();
      current?.setSelectionRange(current.value.length, current.value.length);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [atDesk, subject]);

  const write = (value: string) => {
    forget();
    if (edit === undefined) onDraft(value);
    else composing.edit(edit.message, value);
  };
  const mention = useMentionCompletion(conversation, field, text, write);
  const stored = () => (conversation.kind === 'group' ? inIds(wanted, mention.members) : wanted);
  const send = () => {
    if (!ready) return;
    if (edit !== undefined) {
      void save(edit.message, stored());
      return;
    }
    onSend(stored());
    onDraft('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mention.onKeyDown(event)) return;
    if (event.key === 'Escape' && subject !== undefined) {
      event.preventDefault();
      forget();
      composing.cancel();
    } else if (event.key === 'ArrowUp' && !event.altKey && text === '' && edit === undefined) {
      event.preventDefault();
      onEditLast();
    } else if (sends(event, atDesk)) {
      event.preventDefault();
      send();
    }
  };
  const label = edit === undefined ? words.send : saving ? texts.message.saving : texts.message.save;
  const Sign = edit === undefined ? ArrowUp : Check;
  return (
    <>
      <ComposingBar {...{ conversation, composing, snapshot }} />
      <form
        className={styles.composer}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          send();
        }}
      >
        {edit === undefined && <AttachButton onFiles={onFiles} />}
        <div className={styles.field}>
          <MentionList
            id={mention.listId}
            members={mention.shown}
            active={mention.active}
            onChoose={mention.choose}
          />
          <div className={styles.box}>
            <div className={styles.grow} data-text={text}>
              <textarea
                ref={field}
                className={styles.text}
                rows={1}
                dir="auto"
                aria-label={edit === undefined ? words.write : texts.message.editing}
                placeholder={words.write}
                enterKeyHint={atDesk ? 'send' : 'enter'}
                value={text}
                onChange={(event) => {
                  write(event.target.value);
                  mention.move();
                }}
                onSelect={mention.move}
                onKeyDown={onKeyDown}
                {...(mention.shown.length > 0 && {
                  'aria-autocomplete': 'list',
                  'aria-controls': mention.listId,
                  'aria-activedescendant': `${mention.listId}-${mention.active}`,
                })}
                onPaste={(event) => {
                  const pasted = pastedFiles(event.clipboardData);
                  if (pasted.length === 0 || edit !== undefined) return;
                  event.preventDefault();
                  onFiles(pasted);
                }}
              />
            </div>
            <EmojiButton field={field} onWrite={write} />
          </div>
          {left < TELL_BELOW && (
            <p role="status" className={join(styles.left, left < 0 && styles.over)}>
              {left < 0 ? words.tooLong(-left) : words.left(left)}
            </p>
          )}
          <ErrorLine>{failure}</ErrorLine>
        </div>
        {edit === undefined && text === '' ? (
          record
        ) : (
          <button type="submit" className={styles.send} disabled={!ready} aria-label={label} title={label}>
            <Sign size={22} strokeWidth={2.25} aria-hidden="true" />
          </button>
        )}
      </form>
    </>
  );
}
