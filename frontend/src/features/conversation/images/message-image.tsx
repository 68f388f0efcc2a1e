import { useQuery } from '@tanstack/react-query';
import { RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useOpenConversations } from '../open-conversations';
import type { OutgoingImage } from '../timeline';
import styles from './message-image.module.css';
import { linkOptions } from './pictures';
import { sized } from './sized';

interface StoredImageProps {
  image: { id: string; width: number; height: number };
  author: string;
  onOpen: (imageId: string) => void;
}

/** An image in the conversation. Its place has its size from the start, so that nothing moves when it comes. */
export function StoredImage({ image, author, onOpen }: StoredImageProps) {
  const { conversation } = useLanguage().texts;
  const { url, failed, onError, onRetry } = useImageUrl(image.id);
  if (failed) {
    return (
      <button type="button" className={styles.frame} ref={sized(image)} onClick={onRetry}>
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
      className={styles.frame}
      ref={sized(image)}
      aria-label={conversation.openPicture(author)}
      onClick={() => {
        onOpen(image.id);
      }}
    >
      {url !== undefined && (
        <img className={styles.image} src={url} alt="" decoding="async" onError={onError} />
      )}
    </button>
  );
}

/** Where an image is: in memory if it was sent from here, else by a link that the server gives. */
export function useImageUrl(imageId: string) {
  const { api } = useSignedIn();
  const { pictures } = useOpenConversations();
  const atHand = pictures.of(imageId);
  const link = useQuery({ ...linkOptions(api, imageId), enabled: atHand === undefined });
  const [broken, setBroken] = useState<string>();
  const url = atHand ?? link.data?.url;
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
  failed: boolean;
  onCancel: () => void;
}

/** An image on its way: how far it is, and a way to call it back. */
export function SendingImage({ image, failed, onCancel }: SendingImageProps) {
  const words = useLanguage().texts.conversation;
  const { pictures } = useOpenConversations();
  const uploading = image.imageId === undefined && !failed;
  return (
    <div className={styles.frame} ref={sized(image)}>
      <img className={styles.image} src={pictures.urlOf(image.blob)} alt={words.picture} />
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
