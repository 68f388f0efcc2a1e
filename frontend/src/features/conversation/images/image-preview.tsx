import { ImageOff, Send, X } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { Lead, Notice } from '@/shared/ui/notice';
import { LONGEST_TEXT, codePoints, sendable } from '../sendable-text';
import { isAtDesk, sends } from '../send-key';
import type { OutgoingImage } from '../timeline';
import styles from './image-preview.module.css';
import type { Prepared } from './use-prepared';
import { usePrepared } from './use-prepared';

interface ImagePreviewProps {
  files: readonly File[];
  caption: string;
  onClose: () => void;
  onSend: (images: readonly OutgoingImage[], caption: string) => void;
}

/** What one is about to send, as the others will see it, and words to go with it. */
export function ImagePreview({ files, caption, onClose, onSend }: ImagePreviewProps) {
  const words = useLanguage().texts.images;
  const field = useRef<HTMLTextAreaElement>(null);
  const [atDesk] = useState(isAtDesk);
  const [text, setText] = useState(caption);
  const { preparation, remove } = usePrepared(files);
  const { pictures, unusable, done } = preparation;
  const wanted = sendable(text);
  const ready = done && pictures.length > 0 && codePoints(wanted) <= LONGEST_TEXT;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready)
      onSend(
        pictures.map(({ image }) => image),
        wanted,
      );
  };
  return (
    <Modal
      title={words.title(done ? pictures.length : files.length)}
      closeLabel={words.close}
      onClose={onClose}
      initialFocus={field}
    >
      <form className={styles.form} onSubmit={submit}>
        <Album pictures={pictures} done={done} onRemove={remove} />
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
        <label className={styles.caption}>
          <span className={styles.label}>{words.caption}</span>
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
          <span>{words.send}</span>
        </Button>
      </form>
    </Modal>
  );
}

interface AlbumProps {
  pictures: readonly Prepared[];
  done: boolean;
  onRemove: (picture: Prepared) => void;
}

/** One picture large, and all of them small below, to choose which is large and which to leave out. */
function Album({ pictures, done, onRemove }: AlbumProps) {
  const words = useLanguage().texts.images;
  const [chosen, setChosen] = useState<Prepared>();
  const at = Math.max(0, chosen === undefined ? 0 : pictures.indexOf(chosen));
  const large = pictures[at];
  return (
    <>
      <div className={styles.stage} aria-busy={!done}>
        {large !== undefined && (
          <img className={styles.image} src={large.url} alt={words.numbered(at + 1, pictures.length)} />
        )}
        {!done && <Lead>{words.preparing}</Lead>}
        {done && large === undefined && (
          <Notice
            title={words.noneUsable}
            art={<ImageOff size={40} strokeWidth={1.25} aria-hidden="true" />}
          />
        )}
      </div>
      {pictures.length > 1 && (
        <ul className={styles.album} aria-label={words.chosen}>
          {pictures.map((picture, place) => (
            <li key={picture.url} className={styles.place}>
              <button
                type="button"
                className={styles.choice}
                aria-label={words.numbered(place + 1, pictures.length)}
                aria-pressed={place === at}
                onClick={() => {
                  setChosen(picture);
                }}
              >
                <img className={styles.thumbnail} src={picture.thumbnail} alt="" />
              </button>
              <button
                type="button"
                className={styles.remove}
                aria-label={words.leaveOut(place + 1)}
                title={words.leaveOut(place + 1)}
                onClick={() => {
                  onRemove(picture);
                }}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
