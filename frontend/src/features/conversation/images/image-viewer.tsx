import { Dialog, DialogDismiss, DialogHeading } from '@ariakit/react';
import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from 'lucide-react';
import type { KeyboardEvent, WheelEvent } from 'react';
import { useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import { useOverlay } from '@/shared/ui/overlays';
import { toastElements } from '@/shared/ui/toast-region';
import { DownloadButton } from './download-button';
import styles from './image-viewer.module.css';
import type { ViewedImage } from './viewed-picture';
import { ViewedPicture } from './viewed-picture';

interface ImageViewerProps {
  images: readonly ViewedImage[];
  first: string;
  onClose: () => void;
}

const STEPS = [1, 1.5, 2, 3, 4, 6];

/** The images of a conversation, one at a time, as large as one likes: by hand, wheel and keyboard. */
export function ImageViewer({ images, first, onClose }: ImageViewerProps) {
  const { texts, formats } = useLanguage();
  const words = texts.images;
  const [id, setId] = useState(first);
  const [zoom, setZoom] = useState(0);
  const store = useOverlay(onClose);
  const at = Math.max(
    0,
    images.findIndex((image) => image.id === id),
  );
  const image = images[at];
  if (image === undefined) return null;
  const go = (to: number) => {
    const next = images[to];
    if (next === undefined) return;
    setId(next.id);
    setZoom(0);
  };
  const scale = (step: number) => {
    setZoom(Math.min(STEPS.length - 1, Math.max(0, step)));
  };
  const rtl = () => document.documentElement.dir === 'rtl';
  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      ArrowLeft: () => {
        go(at + (rtl() ? 1 : -1));
      },
      ArrowRight: () => {
        go(at + (rtl() ? -1 : 1));
      },
      Home: () => {
        go(0);
      },
      End: () => {
        go(images.length - 1);
      },
      '+': () => {
        scale(zoom + 1);
      },
      '-': () => {
        scale(zoom - 1);
      },
      '0': () => {
        scale(0);
      },
    };
    const act = keys[event.key];
    // Zoomed in, the arrows move the picture.
    if (act === undefined || (zoom > 0 && event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    act();
  };
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || zoom === 0) scale(zoom + (event.deltaY < 0 ? 1 : -1));
  };
  return (
    <Dialog
      store={store}
      className={styles.viewer}
      unmountOnHide
      getPersistentElements={toastElements}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        <DialogHeading className={styles.title}>
          <span>{words.from(image.author)}</span>
          <span className={styles.when}>{formats.full(image.instant)}</span>
        </DialogHeading>
        <span role="status" className={styles.count}>
          {images.length > 1 && words.numbered(at + 1, images.length)}
        </span>
        {/* The same button for every picture: it may have the focus, and with it the keys. */}
        <DownloadButton image={image} />
        <IconButton
          label={words.smaller}
          disabled={zoom === 0}
          onClick={() => {
            scale(zoom - 1);
          }}
        >
          <ZoomOut size={20} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={words.larger}
          disabled={zoom === STEPS.length - 1}
          onClick={() => {
            scale(zoom + 1);
          }}
        >
          <ZoomIn size={20} aria-hidden="true" />
        </IconButton>
        <DialogDismiss className={styles.close} aria-label={words.close} title={words.close}>
          <X size={22} aria-hidden="true" />
        </DialogDismiss>
      </div>
      <ViewedPicture
        key={`picture ${image.id}`}
        image={image}
        zoom={STEPS[zoom] ?? 1}
        onWheel={onWheel}
        onZoom={() => {
          scale(zoom === 0 ? 2 : 0);
        }}
        onSwipe={(by) => {
          go(at + by);
        }}
      />
      {image.caption !== null && (
        <p className={styles.caption} dir="auto">
          {image.caption}
        </p>
      )}
      {at > 0 && (
        <IconButton
          className={styles.previous}
          label={words.previous}
          onClick={() => {
            go(at - 1);
          }}
        >
          <ChevronLeft size={26} aria-hidden="true" />
        </IconButton>
      )}
      {at < images.length - 1 && (
        <IconButton
          className={styles.next}
          label={words.next}
          onClick={() => {
            go(at + 1);
          }}
        >
          <ChevronRight size={26} aria-hidden="true" />
        </IconButton>
      )}
    </Dialog>
  );
}
