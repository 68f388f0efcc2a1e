import { useSyncExternalStore } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { usePreferences } from '@/shared/preferences/use-preferences';
import { canPush } from '@/shared/push/push';
import { mayAsk, useNotices } from '@/shared/push/use-notices';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import styles from './offer.module.css';

/** Offers notifications once, after the first message: only then a person knows what they are for. */
export function NoticeOffer() {
  const { conversations, ownId } = useSignedIn();
  const { preferences, current } = usePreferences();
  const { push } = useLanguage().texts;
  const turn = useNotices();
  const hasSent = useSyncExternalStore(
    (watcher) => conversations.watch(watcher),
    () => conversations.all().some(({ lastMessage }) => lastMessage?.senderId === ownId),
  );
  if (!hasSent || current.notices || current.noticesOffered || !canPush() || !mayAsk()) return null;
  return (
    <section className={styles.offer} aria-label={push.offer}>
      <p className={styles.title}>{push.offer}</p>
      <p>{push.explained}</p>
      <div className={styles.choices}>
        <Button
          onClick={() => {
            void turn(true);
          }}
        >
          {push.accept}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            preferences.choose({ noticesOffered: true });
          }}
        >
          {push.decline}
        </Button>
      </div>
    </section>
  );
}
