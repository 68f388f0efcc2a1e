import { Ban, Flag } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { ReportDialog } from '@/shared/safety/report-dialog';
import { useBlock, useBlocks } from '@/shared/safety/use-blocks';
import { Button } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { ErrorLine } from '@/shared/ui/text-field';
import styles from './details.module.css';

/** Blocks the other person, ends that, or reports them. */
export function PersonSafety({ other }: { other: Member }) {
  const language = useLanguage();
  const words = language.texts.privacy;
  const blocks = useBlocks();
  const block = useBlock(other.userId);
  const [inner, setInner] = useState<'block' | 'report'>();
  const blocked = blocks.data?.some(({ id }) => id === other.userId) === true;
  const failure = block.error === null ? undefined : problemText(block.error, language);
  const close = () => {
    setInner(undefined);
    block.reset();
  };
  return (
    <section className={styles.section} aria-label={language.texts.privacy.title}>
      {blocked && (
        <p role="status" className={styles.more}>
          {words.youBlocked}
        </p>
      )}
      <div className={styles.deeds}>
        <Button
          look="outlined"
          className={blocked ? undefined : styles.leave}
          aria-disabled={blocks.isPending || block.isPending}
          onClick={() => {
            if (blocks.isPending || block.isPending) return;
            if (blocked) block.mutate(false);
            else setInner('block');
          }}
        >
          <Ban size={18} aria-hidden="true" />
          <span>{blocked ? words.unblock : words.block}</span>
        </Button>
        <Button
          look="outlined"
          onClick={() => {
            setInner('report');
          }}
        >
          <Flag size={18} aria-hidden="true" />
          <span>{words.report}</span>
        </Button>
      </div>
      <ErrorLine>{inner === undefined ? failure : undefined}</ErrorLine>
      {inner === 'block' && (
        <ConfirmDialog
          title={words.blockTitle(other.name)}
          action={words.block}
          busy={block.isPending}
          failure={failure}
          onClose={close}
          onConfirm={() => {
            block.mutate(true, { onSuccess: close });
          }}
        >
          <p>{words.blockLead}</p>
        </ConfirmDialog>
      )}
      {inner === 'report' && <ReportDialog userId={other.userId} name={other.name} onClose={close} />}
    </section>
  );
}
