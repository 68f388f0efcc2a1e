import { X } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Lead } from '@/shared/ui/notice';
import styles from './attachment-preview.module.css';
import type { Prepared } from './use-prepared';

interface ChosenPicturesProps {
  pictures: readonly Prepared[];
  done: boolean;
  onRemove: (picture: Prepared) => void;
}

/** One picture large, and all of them small below, to choose which is large and which to leave out. */
export function ChosenPictures({ pictures, done, onRemove }: ChosenPicturesProps) {
  const words = useLanguage().texts.images;
  const [chosen, setChosen] = useState<Prepared>();
  const at = Math.max(0, chosen === undefined ? 0 : pictures.indexOf(chosen));
  const large = pictures[at]?.picture;
  return (
    <>
      <div className={styles.stage} aria-busy={!done}>
        {large !== undefined && (
          <img className={styles.image} src={large.url} alt={words.numbered(at + 1, pictures.length)} />
        )}
        {!done && <Lead>{words.preparing}</Lead>}
      </div>
      {pictures.length > 1 && (
        <ul className={styles.album} aria-label={words.chosen}>
          {pictures.map((picture, place) => (
            <li key={place} className={styles.place}>
              <button
                type="button"
                className={styles.pick}
                aria-label={words.numbered(place + 1, pictures.length)}
                aria-pressed={place === at}
                onClick={() => {
                  setChosen(picture);
                }}
              >
                <img className={styles.thumbnail} src={picture.picture?.thumbnail} alt="" />
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
