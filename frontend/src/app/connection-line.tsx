import { CloudOff } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { join } from '@/shared/ui/join';
import styles from './connection-line.module.css';

/** A connection that is back within this time was hardly away. */
const GRACE_MS = 1_500;

/** Says quietly when what is on screen may be behind. */
export function ConnectionLine({ narrowOnly = false }: { narrowOnly?: boolean }) {
  const { live, polling } = useSignedIn();
  const { connection } = useLanguage().texts;
  const status = useSyncExternalStore(live.subscribe, live.getSnapshot);
  const polls = useSyncExternalStore(polling.subscribe, polling.getSnapshot);
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  // A socket notices only by its next heartbeat that the network has gone.
  const away = useLasting(status !== 'open' || !online, GRACE_MS);
  return (
    <div role="status" className={join(styles.line, narrowOnly && styles.narrow)}>
      {away && (
        <>
          <CloudOff size={16} aria-hidden="true" />
          <span>{polls ? connection.polling : online ? connection.reconnecting : connection.offline}</span>
        </>
      )}
    </div>
  );
}

function watchNetwork(watcher: () => void) {
  addEventListener('online', watcher);
  addEventListener('offline', watcher);
  return () => {
    removeEventListener('online', watcher);
    removeEventListener('offline', watcher);
  };
}

/** Whether `condition` has held for some time. */
function useLasting(condition: boolean, ms: number): boolean {
  const [since, setSince] = useState<boolean>(false);
  useEffect(() => {
    if (!condition) return;
    const timer = setTimeout(() => {
      setSince(true);
    }, ms);
    return () => {
      clearTimeout(timer);
      setSince(false);
    };
  }, [condition, ms]);
  return condition && since;
}
