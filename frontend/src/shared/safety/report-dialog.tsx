import { useMutation } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useId, useState } from 'react';
import { answer } from '@/shared/api/api';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import styles from './report-dialog.module.css';
import { useBlock } from './use-blocks';

const REASONS = ['spam', 'abuse', 'other'] as const;
const LONGEST = 1_000;

interface ReportDialogProps {
  userId: string;
  name: string;
  /** The message that the report is about, if it is about one. */
  messageId?: string;
  onClose: () => void;
}

/** Tells the operator what is wrong with a person or a message; may block the person at once. */
export function ReportDialog({ userId, name, messageId, onClose }: ReportDialogProps) {
  const { api, toasts } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.privacy;
  const id = useId();
  const [reason, setReason] = useState<(typeof REASONS)[number]>('spam');
  const [text, setText] = useState('');
  const [alsoBlock, setAlsoBlock] = useState(false);
  const block = useBlock(userId);
  const report = useMutation({
    mutationFn: async () => {
      const body = {
        userId,
        reason,
        ...(messageId !== undefined && { messageId }),
        ...(text.trim() !== '' && { text: text.trim() }),
      };
      await answer(api.POST('/api/v1/reports', { body }));
    },
    onSuccess: () => {
      toasts.tell(words.reported);
      if (alsoBlock) {
        block.mutate(true, {
          onError: (failed) => {
            toasts.fail(problemText(failed, language));
          },
        });
      }
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!report.isPending) report.mutate();
  };
  return (
    <Modal title={words.reportTitle(name)} closeLabel={words.close} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.lead}>{words.reportLead}</p>
        <fieldset className={styles.choices}>
          <legend className={styles.label}>{words.reason}</legend>
          {REASONS.map((each) => (
            <label key={each} className={styles.choice}>
              <input
                type="radio"
                name={id}
                className={styles.check}
                checked={reason === each}
                onChange={() => {
                  setReason(each);
                }}
              />
              <span>{words.reasons[each]}</span>
            </label>
          ))}
        </fieldset>
        <label className={styles.label} htmlFor={`${id}-text`}>
          {words.text}
        </label>
        <textarea
          id={`${id}-text`}
          className={styles.text}
          rows={3}
          maxLength={LONGEST}
          dir="auto"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
          }}
        />
        <label className={styles.choice}>
          <input
            type="checkbox"
            className={styles.check}
            checked={alsoBlock}
            onChange={({ target }) => {
              setAlsoBlock(target.checked);
            }}
          />
          <span>{words.alsoBlock}</span>
        </label>
        <ErrorLine>{report.error === null ? undefined : problemText(report.error, language)}</ErrorLine>
        <Button type="submit" aria-disabled={report.isPending}>
          {report.isPending ? words.sending : words.send}
        </Button>
      </form>
    </Modal>
  );
}
