import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { join } from '@/shared/ui/join';
import { useWhenNear } from '@/shared/ui/use-when-near';
import styles from './further-page.module.css';
import type { Further } from '../store/history';

interface FurtherPageProps {
  state: Further;
  root: HTMLElement | null;
  side: 'older' | 'newer';
  onLoad: () => Promise<void>;
}

/** Where a history page comes in as one nears it: it is under way, or could not be loaded. */
export function FurtherPage({ state, root, side, onLoad }: FurtherPageProps) {
  const { texts } = useLanguage();
  const words = texts.conversation;
  const older = side === 'older';
  const mark = useWhenNear(root, state === 'more', () => void onLoad());
  return (
    <div
      ref={mark}
      className={join(styles.further, older ? styles.older : styles.newer)}
      hidden={state === 'none'}
    >
      {state === 'failed' ? (
        <>
          <span>{older ? words.olderFailed : words.newerFailed}</span>
          <Button look="quiet" onClick={() => void onLoad()}>
            {texts.app.tryAgain}
          </Button>
        </>
      ) : (
        <span>{older ? words.loadingOlder : words.loadingNewer}</span>
      )}
    </div>
  );
}
