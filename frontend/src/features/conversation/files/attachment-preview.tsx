import { FileX, Send } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { Lead, Notice } from '@/shared/ui/notice';
import { LONGEST_TEXT, codePoints, sendable } from '../composer/sendable-text';
import { isAtDesk, sends } from '../composer/send-key';
import type { OutgoingAttachment } from '../store/timeline';
import styles from './attachment-preview.module.css';
import { ChosenFiles } from './chosen-files';
import { ChosenPictures } from './chosen-pictures';
import type { Prepared } from './use-prepared';
import { usePrepared } from './use-prepared';

interface AttachmentPreviewProps {
  files: readonly File[];
  caption: string;
  onClose: () => void;
  onSend: (attachments: readonly OutgoingAttachment[], caption: string) => void;
}

/** What one is about to send, as the others will see it, and words to go with it. */
export function AttachmentPreview({ files, caption, onClose, onSend }: AttachmentPreviewProps) {
  const { texts } = useLanguage();
  const words = texts.attachments;
  const field = useRef<HTMLTextAreaElement>(null);
  const [atDesk] = useState(isAtDesk);
  const [text, setText] = useState(caption);
  const [asFiles, setAsFiles] = useState(false);
  const { preparation, remove } = usePrepared(files);
  const { prepared, unusable, done } = preparation;
  const isPicture = ({ picture }: Prepared) => picture !== undefined && !asFiles;
  const pictures = prepared.filter(isPicture);
  const others = prepared.filter((each) => !isPicture(each));
  const wanted = sendable(text);
  const ready = done && prepared.length > 0 && codePoints(wanted) <= LONGEST_TEXT;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!ready) return;
    onSend(
      prepared.map(({ file, picture }) =>
        picture === undefined || asFiles
          ? { kind: 'file', blob: file, name: file.name, progress: 0, id: undefined }
          : picture.image,
      ),
      wanted,
    );
  };
  const count = done ? prepared.length : files.length;
  return (
    <Modal
      title={others.length === 0 ? texts.images.title(count) : words.title(count)}
      closeLabel={texts.images.close}
      onClose={onClose}
      initialFocus={field}
    >
      <form className={styles.form} onSubmit={submit}>
        {pictures.length > 0 && <ChosenPictures pictures={pictures} done={done} onRemove={remove} />}
        {others.length > 0 && <ChosenFiles files={others} onRemove={remove} />}
        {!done && pictures.length === 0 && <Lead>{texts.images.preparing}</Lead>}
        {done && prepared.length === 0 && (
          <Notice title={words.nothing} art={<FileX size={40} strokeWidth={1.25} aria-hidden="true" />} />
        )}
        {unusable.length > 0 && (
          <div role="status">
            <ul className={styles.unusable}>
              {unusable.map(({ name, reason }, at) => (
                <li key={at}>
                  <bdi translate="no">{name}</bdi>
                  <span>{`: ${words.unusable[reason]}`}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {prepared.some(({ picture }) => picture !== undefined) && (
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={asFiles}
              onChange={(event) => {
                setAsFiles(event.target.checked);
              }}
            />
            <span>{words.asFiles}</span>
            {asFiles && <span className={styles.hint}>{words.asFilesHint}</span>}
          </label>
        )}
        <label className={styles.caption}>
          <span className={styles.label}>{texts.images.caption}</span>
          <textarea
            ref={field}
            className={styles.text}
            rows={1}
            dir="auto"
            enterKeyHint={atDesk ? 'send' : 'enter'}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
            onKeyDown={(event) => {
              if (!sends(event, atDesk)) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
        <Button type="submit" aria-disabled={!ready}>
          <Send size={18} aria-hidden="true" />
          <span>{texts.images.send}</span>
        </Button>
      </form>
    </Modal>
  );
}
