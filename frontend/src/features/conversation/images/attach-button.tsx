import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import { imagesIn } from './use-drop-files';

/** Picks pictures; on a phone it offers the camera, too. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useLanguage().texts.images;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={words.attach} onClick={() => input.current?.click()}>
        <ImagePlus size={22} aria-hidden="true" />
      </IconButton>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={words.attach}
        onChange={({ target }) => {
          if (target.files !== null) onFiles(imagesIn(target.files));
          // The same file may be picked again.
          target.value = '';
        }}
      />
    </>
  );
}
