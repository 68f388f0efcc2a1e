import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { photoOptions } from './photo-link';
import styles from './photo.module.css';

/** A photo over what stands for it while it loads, and when it cannot be loaded. */
export function Photo({ url }: { url: string }) {
  const { api } = useSignedIn();
  const link = useQuery(photoOptions(api, url));
  const [loaded, setLoaded] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const source = link.data?.url;
  if (source === undefined || source === failed) return null;
  return (
    <img
      className={styles.photo}
      data-loaded={loaded === source}
      src={source}
      alt=""
      decoding="async"
      draggable={false}
      onLoad={() => {
        setLoaded(source);
      }}
      onError={() => {
        // The browser has forgotten the photo, and the link has ended: another link, once.
        if (failed === undefined) void link.refetch();
        setFailed(source);
      }}
    />
  );
}
