import { Camera, ImagePlus } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import styles from './attach-button.module.css';

/** Where the system knows no type for what an iPhone takes, its ending has to do. */
const PICTURES = 'image/*,.heic,.heif';

interface AttachButtonProps {
  onFiles: (files: readonly File[]) => void;
}

/** Picks pictures; beside it, on what one holds in the hand, a button that takes one. */
export function AttachButton({ onFiles }: AttachButtonProps) {
  const words = useLanguage().texts.images;
  return (
    <>
      <FileButton label={words.attach} art={ImagePlus} onFiles={onFiles} accept={PICTURES} multiple />
      <FileButton
        label={words.take}
        art={Camera}
        onFiles={onFiles}
        accept="image/*"
        className={styles.camera}
        // Phones that offer their gallery for many pictures at once leave the camera out: this asks for nothing else.
        capture="environment"
      />
    </>
  );
}

interface FileButtonProps extends AttachButtonProps {
  label: string;
  art: LucideIcon;
  accept: string;
  multiple?: boolean;
  capture?: 'environment';
  className?: string | undefined;
}

function FileButton({ label, art: Art, onFiles, className, ...how }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={label} className={className} onClick={() => input.current?.click()}>
        <Art size={22} aria-hidden="true" />
      </IconButton>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={({ target }) => {
          if (target.files !== null) onFiles([...target.files]);
          // The same file may be picked again.
          target.value = '';
        }}
        {...how}
      />
    </>
  );
}
