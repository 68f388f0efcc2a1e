import { ImageOff, Send } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { Lead, Notice } from '@/shared/ui/notice';
import { TextField } from '@/shared/ui/text-field';
import type { OutgoingImage } from '../timeline';
import styles from './image-preview.module.css';
import { shrink } from './shrink';

const LONGEST_CAPTION = 4_000;

interface ImagePreviewProps {
  files: readonly File[];
  caption: string;
  onClose: () => void;
  onSend: (images: readonly OutgoingImage[], caption: string) => void;
}

interface Ready {
  images: readonly OutgoingImage[];
  urls: readonly string[];
  unusable: number;
}

/** What one is about to send, as the others will see it, and words to go with it. */
export function ImagePreview({ files, caption, onClose, onSend }: ImagePreviewProps) {
  const words = useLanguage().texts.images;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(caption);
  const ready = useShrunk(files);
  const wanted = text.trim();
  const sendable = ready !== undefined && ready.images.length > 0 && wanted.length <= LONGEST_CAPTION;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sendable) onSend(ready.images, wanted);
  };
  return (
    <Modal title={words.title(files.length)} closeLabel={words.close} onClose={onClose} initialFocus={field}>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.stage} aria-busy={ready === undefined}>
          {ready === undefined && <Lead>{words.preparing}</Lead>}
          {ready?.images.length === 0 && (
            <Notice
              title={words.unusable}
              art={<ImageOff size={40} strokeWidth={1.25} aria-hidden="true" />}
            />
          )}
          {ready?.urls.map((url, at) => (
            <img
              key={url}
              className={styles.image}
              src={url}
              alt={words.numbered(at + 1, ready.urls.length)}
            />
          ))}
        </div>
        {ready !== undefined && ready.unusable > 0 && ready.images.length > 0 && (
          <p role="status" className={styles.unusable}>
            {words.someUnusable(ready.unusable)}
          </p>
        )}
        <TextField
          ref={field}
          label={words.caption}
          dir="auto"
          autoComplete="off"
          maxLength={LONGEST_CAPTION}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <Button type="submit" aria-disabled={!sendable}>
          <Send size={18} aria-hidden="true" />
          {words.send}
        </Button>
      </form>
    </Modal>
  );
}

/** The files as they will be sent; undefined until all are. */
function useShrunk(files: readonly File[]): Ready | undefined {
  const [ready, setReady] = useState<Ready>();
  useEffect(() => {
    let gone = false;
    let urls: string[] = [];
    void Promise.allSettled(files.map(shrink)).then((outcomes) => {
      if (gone) return;
      const images = outcomes.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      urls = images.map(({ blob }) => URL.createObjectURL(blob));
      setReady({ images, urls, unusable: outcomes.length - images.length });
    });
    return () => {
      gone = true;
      urls.forEach((url) => {
        URL.revokeObjectURL(url);
      });
    };
  }, [files]);
  return ready;
}
