import type { Quote } from '@/shared/api/model';
import { attachmentInWords } from '@/shared/chat/attachments';
import { inWords } from '@/shared/chat/mentions';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { AttachmentIcon } from '@/shared/ui/attachment-icon';
import { faceClass } from '@/shared/ui/avatar';
import { join } from '@/shared/ui/join';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import styles from './message-quote.module.css';
import { useNameOf } from './message-ways';

/** The message that one answers, in a reply; leads to it. */
export function MessageQuote({ quote, onJump }: { quote: Quote; onJump: (quote: Quote) => void }) {
  const { texts } = useLanguage();
  const { ownId } = useSignedIn();
  const nameOf = useNameOf();
  const name = quote.senderId === ownId ? texts.conversations.you : (nameOf(quote.senderId) ?? '');
  return (
    <button
      type="button"
      className={join(styles.quote, faceClass(quote.senderId))}
      onClick={() => {
        onJump(quote);
      }}
    >
      <VisuallyHidden>{`${texts.message.quoteOf(name)} `}</VisuallyHidden>
      <span className={styles.name} aria-hidden="true" dir="auto" translate="no">
        {name}
      </span>
      <QuotedText quote={quote} />
    </button>
  );
}

/** What a quoted message says, in a line or two. */
export function QuotedText({ quote }: { quote: Pick<Quote, 'text' | 'attachment' | 'deletedAt'> }) {
  const { texts } = useLanguage();
  const { message } = texts;
  const nameOf = useNameOf();
  if (quote.deletedAt !== null) return <span className={styles.deleted}>{message.deleted}</span>;
  return (
    <span className={styles.said} dir="auto">
      {quote.attachment !== null && <AttachmentIcon kind={quote.attachment} className={styles.icon} />}
      <span>
        {quote.text === null ? attachmentInWords(quote.attachment, texts) : inWords(quote.text, nameOf)}
      </span>
    </span>
  );
}
