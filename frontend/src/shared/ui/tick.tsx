import { Check, CheckCheck, CircleAlert, Clock, Hourglass } from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import styles from './tick.module.css';
import { VisuallyHidden } from './visually-hidden';

export type TickState = 'sending' | 'waiting' | 'sent' | 'delivered' | 'seen' | 'failed';

const PICTURES = {
  sending: Clock,
  waiting: Hourglass,
  sent: Check,
  delivered: CheckCheck,
  seen: CheckCheck,
  failed: CircleAlert,
};

/** What has become of a message of ours: a sign for the eye, a word for everybody else. */
export function Tick({ state }: { state: TickState }) {
  const words = useLanguage().texts.conversation;
  const Picture = PICTURES[state];
  return (
    <span
      className={styles.tick}
      data-state={state}
      title={state === 'failed' ? words.notSent : words[state]}
    >
      <Picture size={15} strokeWidth={2.25} aria-hidden="true" />
      <VisuallyHidden>{state === 'failed' ? words.notSent : words[state]}</VisuallyHidden>
    </span>
  );
}
