import { useQuery } from '@tanstack/react-query';
import { RotateCw, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { join } from '@/shared/ui/join';
import { useReducedMotion } from '@/shared/ui/use-reduced-motion';
import { useOpenConversations } from '../store/open-conversations';
import type { OutgoingImage } from '../store/timeline';
import { linkOptions } from '../uploads/stored-link';
import styles from './message-image.module.css';
import { sized } from './sized';

const MAX_STILL_PX = 1_280;

/** Which one it is of the images that were sent together. */
export interface PlaceInAlbum {
  at: number;
  of: number;
}

interface StoredImageProps {
  image: { id: string; contentType: string; width: number; height: number };
  author: string;
  place: PlaceInAlbum | undefined;
  onOpen: (imageId: string) => void;
}

/** An image in the conversation. Its place has its size from the start, so that nothing moves when it comes. */
export function StoredImage({ image, author, place, onOpen }: StoredImageProps) {
  const { conversation, images } = useLanguage().texts;
  const frame =
    place === undefined ? { className: styles.frame, ref: sized(image) } : { className: styles.tile };
  const { url, failed, onError, onRetry } = useImageUrl(image.id);
  if (failed) {
    return (
      <button type="button" {...frame} onClick={onRetry}>
        <span className={styles.words}>
          <RotateCw size={20} aria-hidden="true" />
          <span>{conversation.pictureFailed}</span>
        </span>
      </button>
    );
  }
  return (
    <button
      type="button"
      {...frame}
      aria-label={
        place === undefined
          ? conversation.openPicture(author)
          : `${conversation.openPicture(author)}, ${images.numbered(place.at, place.of)}`
      }
      onClick={() => {
        onOpen(image.id);
      }}
    >
      {url !== undefined && (
        <Picture url={url} mayMove={image.contentType !== 'image/jpeg'} onError={onError} />
      )}
    </button>
  );
}

interface PictureProps {
  url: string;
  mayMove: boolean;
  onError: () => void;
}

/**
 * Where less motion is asked for, an animated image stands still in the conversation and moves when it is opened (WCAG 2.2.2):
 * a canvas shows its first frame.
 */
function Picture({ url, mayMove, onError }: PictureProps) {
  const still = useReducedMotion() && mayMove;
  const picture = useRef<HTMLImageElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  // The setting may change while the image is on screen.
  useEffect(() => {
    drawStill(canvas.current, picture.current);
  }, [still]);
  return (
    <>
      <img
        ref={picture}
        className={join(styles.image, still && styles.covered)}
        src={url}
        alt=""
        decoding="async"
        onError={onError}
        onLoad={() => {
          drawStill(canvas.current, picture.current);
        }}
      />
      {still && <canvas className={styles.still} ref={canvas} aria-hidden="true" />}
    </>
  );
}

/** At most MAX_STILL_PX wide and high, which bounds the memory. Nothing before the image is loaded: `load` follows. */
function drawStill(canvas: HTMLCanvasElement | null, image: HTMLImageElement | null) {
  if (canvas === null || image === null || image.naturalWidth === 0) return;
  const scale = Math.min(1, MAX_STILL_PX / Math.max(1, image.naturalWidth, image.naturalHeight));
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/** Where an image is: in memory if it was sent from here, else by a link that the server gives. */
export function useImageUrl(imageId: string) {
  const { api } = useSignedIn();
  const { atHand } = useOpenConversations();
  const own = atHand.of(imageId);
  const link = useQuery({ ...linkOptions(api, 'image', imageId), enabled: own === undefined });
  const [broken, setBroken] = useState<string>();
  const url = own ?? link.data?.url;
  return {
    url,
    failed: link.isError || (url !== undefined && broken === url),
    onError: () => {
      setBroken(url);
    },
    onRetry: () => {
      setBroken(undefined);
      void link.refetch();
    },
  };
}

interface SendingImageProps {
  image: OutgoingImage;
  place: PlaceInAlbum | undefined;
  failed: boolean;
  onCancel: () => void;
}

/** An image on its way: how far it is, and a way to call it back. */
export function SendingImage({ image, place, failed, onCancel }: SendingImageProps) {
  const words = useLanguage().texts.conversation;
  const { atHand } = useOpenConversations();
  const uploading = image.id === undefined && !failed;
  return (
    <div
      {...(place === undefined ? { className: styles.frame, ref: sized(image) } : { className: styles.tile })}
    >
      <img className={styles.image} src={atHand.urlOf(image.blob)} alt={words.picture} />
      {uploading && (
        <div className={styles.progress}>
          <progress aria-label={words.uploading} value={image.progress} max={1} />
          <button
            type="button"
            className={styles.cancel}
            aria-label={words.cancelUpload}
            title={words.cancelUpload}
            onClick={onCancel}
          >
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
