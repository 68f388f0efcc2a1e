import { ImagePlus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { Button } from '@/shared/ui/button';
import { ErrorLine } from '@/shared/ui/text-field';
import styles from './photo-buttons.module.css';
import type { PhotoChange } from './use-photo-change';

/** Larger sources are not even read. */
const LARGEST_SOURCE = 60 * 1024 * 1024;

const CropDialog = lazy(async () => ({ default: (await import('./crop-dialog')).CropDialog }));

interface PhotoButtonsProps {
  has: boolean;
  change: PhotoChange;
}

/** Chooses a photo, which is cropped before it is stored, and removes the one there is. */
export function PhotoButtons({ has, change }: PhotoButtonsProps) {
  const language = useLanguage();
  const words = language.texts.photo;
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<ImageBitmap>();
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => () => picture?.close(), [picture]);
  const failure = change.error === null ? undefined : problemText(change.error, language);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    change.reset();
    setUnreadable(false);
    try {
      if (file.size > LARGEST_SOURCE) throw new Error('too large');
      setPicture(await createImageBitmap(file, { imageOrientation: 'from-image' }));
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <div className={styles.photo}>
      <div className={styles.buttons}>
        <Button
          look="outlined"
          aria-disabled={change.isPending}
          onClick={() => {
            if (!change.isPending) input.current?.click();
          }}
        >
          <ImagePlus size={18} aria-hidden="true" />
          <span>{has ? words.replace : words.choose}</span>
        </Button>
        {has && (
          <Button
            look="quiet"
            aria-disabled={change.isPending}
            onClick={() => {
              if (!change.isPending) change.mutate(null);
            }}
          >
            <Trash2 size={18} aria-hidden="true" />
            <span>{words.remove}</span>
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={words.choose}
        onChange={({ target }) => {
          void choose(target.files?.[0]);
          // The same file may be picked again.
          target.value = '';
        }}
      />
      {picture === undefined && <ErrorLine>{unreadable ? words.unreadable : failure}</ErrorLine>}
      <Suspense>
        {picture !== undefined && (
          <CropDialog
            picture={picture}
            pending={change.isPending}
            failure={failure}
            onSave={(photo) => {
              change.mutate(photo, {
                onSuccess: () => {
                  setPicture(undefined);
                },
              });
            }}
            onClose={() => {
              setPicture(undefined);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
