import { Paperclip } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import { AttachMenu } from './lazy';

/** Where the system knows no type for what an iPhone takes, its ending has to do. */
const PICTURES = 'image/*,.heic,.heif';

/** Where what one attaches comes from. */
export type Source = 'pictures' | 'files' | 'take';

/** Picks pictures or files, or takes a picture on what one holds in the hand. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useLanguage().texts.attachments;
  const button = useRef<HTMLButtonElement>(null);
  const inputs = useRef<Partial<Record<Source, HTMLInputElement | null>>>({});
  const [anchor, setAnchor] = useState<HTMLElement>();
  const input = (source: Source, how: { accept?: string; multiple?: boolean; capture?: 'environment' }) => (
    <input
      ref={(element) => {
        inputs.current[source] = element;
      }}
      type="file"
      hidden
      aria-label={words[source]}
      onChange={({ target }) => {
        if (target.files !== null) onFiles([...target.files]);
        // The same file may be picked again.
        target.value = '';
      }}
      {...how}
    />
  );
  return (
    <>
      <IconButton
        ref={button}
        label={words.attach}
        aria-haspopup="menu"
        onClick={() => {
          setAnchor(button.current ?? undefined);
        }}
      >
        <Paperclip size={22} aria-hidden="true" />
      </IconButton>
      {input('pictures', { accept: PICTURES, multiple: true })}
      {input('files', { multiple: true })}
      {/* Phones that offer their gallery for many pictures at once leave the camera out: this asks for nothing else. */}
      {input('take', { accept: 'image/*', capture: 'environment' })}
      {anchor !== undefined && (
        <Suspense>
          <AttachMenu
            anchor={anchor}
            onChoose={(source) => {
              inputs.current[source]?.click();
            }}
            onClose={() => {
              setAnchor(undefined);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
