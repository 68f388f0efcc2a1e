import { Pencil, Reply, X } from 'lucide-react';
import type { Conversation } from '@/shared/api/model';
import { quoteOf } from '@/shared/chat/message-changes';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { IconButton } from '@/shared/ui/button';
import type { Composing, ComposingSnapshot } from './composing';
import styles from './composing-bar.module.css';
import { QuotedText } from '../message/message-quote';
import { useNames } from '../message/use-names';

interface ComposingBarProps {
  conversation: Conversation;
  composing: Composing;
  snapshot: ComposingSnapshot;
}

/** Says which message one answers or edits, above what one writes. */
export function ComposingBar({ conversation, composing, snapshot }: ComposingBarProps) {
  const { ownId } = useSignedIn();
  const { texts } = useLanguage();
  const words = texts.message;
  const { edit } = snapshot;
  const message = edit?.message ?? snapshot.replyTo;
  const { names } = useNames(conversation, message === undefined ? [] : [message.senderId]);
  if (message === undefined) return null;
  const name = message.senderId === ownId ? texts.conversations.you : (names.get(message.senderId) ?? '');
  const Sign = edit === undefined ? Reply : Pencil;
  return (
    <div className={styles.bar}>
      <Sign size={20} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          {edit === undefined ? words.replyTo(name) : words.editing}
        </p>
        <QuotedText quote={quoteOf(message)} />
      </div>
      <IconButton
        label={edit === undefined ? words.cancelReply : words.cancelEdit}
        onClick={() => {
          composing.cancel();
        }}
      >
        <X size={20} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
