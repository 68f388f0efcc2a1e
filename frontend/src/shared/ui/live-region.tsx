import { useSyncExternalStore } from 'react';
import type { Announcer } from './announcer';
import styles from './visually-hidden.module.css';

/** Says what the announcer announces. Must be on the page before it has anything to say. */
export function LiveRegion({ announcer }: { announcer: Announcer }) {
  const words = useSyncExternalStore(announcer.subscribe, announcer.getSnapshot);
  return (
    <div aria-live="polite" aria-atomic="true" className={styles.hidden}>
      {words}
    </div>
  );
}
