import { Copy, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/text-field';
import styles from './invite-dialog.module.css';
import { QrCode } from './qr-code';

interface CreatedLinkProps {
  url: string;
  onAnother: () => void;
}

/** A new link, to be copied, sent on or scanned. It is shown only this once. */
export function CreatedLink({ url, onAnother }: CreatedLinkProps) {
  const words = useLanguage().texts.invites;
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  // Not in every browser, and not in an insecure page.
  const mayShare = 'share' in navigator;
  return (
    <div className={styles.form}>
      <TextField
        label={words.link}
        hint={words.secret}
        readOnly
        dir="ltr"
        value={url}
        onFocus={({ target }) => {
          target.select();
        }}
      />
      <div className={styles.ways}>
        <Button onClick={() => void copy()}>
          <Copy size={18} aria-hidden="true" />
          <span>{words.copy}</span>
        </Button>
        {mayShare && (
          <Button
            look="outlined"
            onClick={() => {
              // Who changes their mind has not failed.
              navigator.share({ url }).catch(() => undefined);
            }}
          >
            <Share2 size={18} aria-hidden="true" />
            <span>{words.share}</span>
          </Button>
        )}
        <Button look="quiet" onClick={onAnother}>
          {words.another}
        </Button>
      </div>
      <p role="status" className={styles.status}>
        {copied === undefined ? '' : copied ? words.copied : words.notCopied}
      </p>
      <QrCode text={url} label={words.qr} />
    </div>
  );
}
