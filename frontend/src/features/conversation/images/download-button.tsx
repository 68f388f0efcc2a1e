import { Download } from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { IconButton } from '@/shared/ui/button';
import { useImageUrl } from './message-image';
import type { ViewedImage } from './viewed-picture';

/** Keeps a picture as a file. It is fetched first: what lies at another address would be opened, not kept. */
export function DownloadButton({ image }: { image: ViewedImage }) {
  const words = useLanguage().texts.images;
  const { url } = useImageUrl(image.id);
  const { toasts } = useSignedIn();
  const download = async (from: string) => {
    try {
      const answer = await fetch(from);
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      save(await answer.blob(), nameOf(image));
    } catch {
      toasts.fail(words.downloadFailed);
    }
  };
  return (
    <IconButton
      label={words.download}
      aria-disabled={url === undefined}
      onClick={() => {
        if (url !== undefined) void download(url);
      }}
    >
      <Download size={20} aria-hidden="true" />
    </IconButton>
  );
}

function save(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}

/** natter-2026-11-30-09-15-02.jpg */
export function nameOf({ instant, contentType }: Pick<ViewedImage, 'instant' | 'contentType'>): string {
  const when = instant.slice(0, 19).replace(/[^\d]+/g, '-');
  return `natter-${when}.${contentType === 'image/jpeg' ? 'jpg' : contentType.replace('image/', '')}`;
}
