import { useState } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import styles from './offer.module.css';
import { useNewVersion } from './use-new-version';

/** Offers to reload a page that is older than the app on the server. Drafts and unsent messages are kept. */
export function NewVersionOffer() {
  const { app, push } = useLanguage().texts;
  const outdated = useNewVersion();
  const [declined, setDeclined] = useState(false);
  if (!outdated || declined) return null;
  return (
    <section className={styles.offer} aria-label={app.newVersion}>
      <p role="status" className={styles.title}>
        {app.newVersion}
      </p>
      <div className={styles.choices}>
        <Button
          onClick={() => {
            location.reload();
          }}
        >
          {app.reload}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setDeclined(true);
          }}
        >
          {push.decline}
        </Button>
      </div>
    </section>
  );
}
