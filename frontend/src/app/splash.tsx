import { useLanguage } from '@/shared/i18n/language';
import { Logo } from '@/shared/ui/logo';
import styles from './splash.module.css';

/** Shown until it is known whether a user is signed in. */
export function Splash({ unreachable }: { unreachable: boolean }) {
  const { app } = useLanguage().texts;
  return (
    <main className={styles.splash}>
      <title>{app.name}</title>
      <Logo />
      <p role="status" className={styles.words}>
        {unreachable ? app.unreachable : app.starting}
      </p>
    </main>
  );
}
