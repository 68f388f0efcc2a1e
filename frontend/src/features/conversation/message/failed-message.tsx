import { useLanguage } from '@/shared/i18n/language';
import type { Texts } from '@/shared/i18n/english';
import { Button } from '@/shared/ui/button';
import { NOT_KEPT } from '../store/kept-outbox';
import styles from './message-bubble.module.css';
import { useMessageWays } from './message-ways';

type Reason = keyof Texts['attachments']['failures'];

/** Why an attachment is not taken, by the codes of problems. */
const REASONS: Record<string, Reason> = { storage_full: 'full', [NOT_KEPT]: 'notKept' };

function reasonOf(code: string): Reason | undefined {
  if (code.endsWith('_too_large')) return 'tooLarge';
  if (/^(?:image|voice)_(?:type_|malformed|dimensions)/.test(code)) return 'type';
  return REASONS[code];
}

/** Says why a message was not sent, and leads on: to try again where that may help, or to take it back. */
export function FailedMessage({ id, code }: { id: string; code: string }) {
  const { retry, discard } = useMessageWays();
  const { texts } = useLanguage();
  const words = texts.conversation;
  const reason = reasonOf(code);
  return (
    <div className={styles.failure}>
      <span>{reason === undefined ? words.notSent : texts.attachments.failures[reason]}</span>
      {(reason === undefined || reason === 'full') && (
        <Button
          look="quiet"
          onClick={() => {
            retry(id);
          }}
        >
          {words.retry}
        </Button>
      )}
      <Button
        look="quiet"
        onClick={() => {
          discard(id);
        }}
      >
        {words.discard}
      </Button>
    </div>
  );
}
