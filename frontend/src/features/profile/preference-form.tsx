import { Settings2 } from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import type { Preference } from '@/shared/preferences/preferences';
import { useNotices } from '@/shared/push/use-notices';
import { usePreferences } from '@/shared/preferences/use-preferences';
import { Choice, Switch } from './controls';
import { Heading } from './heading';
import styles from './profile.module.css';

const SCHEMES = ['system', 'light', 'dark'] as const;
const LANGUAGES = ['system', 'en', 'hi'] as const;

/** How the app looks and speaks, and how it calls, on this device. */
export function PreferenceForm() {
  const words = useLanguage().texts.preferences;
  const { preferences, current } = usePreferences();
  const choose = (change: Partial<Preference>) => {
    preferences.choose(change);
  };
  const notify = useNotices();
  return (
    <section className={styles.section} aria-label={words.title}>
      <Heading art={Settings2}>{words.title}</Heading>
      <Choice
        label={words.scheme}
        options={SCHEMES}
        names={words.schemes}
        value={current.scheme}
        onChoose={(scheme) => {
          choose({ scheme });
        }}
      />
      <Choice
        label={words.language}
        options={LANGUAGES}
        names={words.languages}
        value={current.language}
        onChoose={(language) => {
          choose({ language });
        }}
      />
      <Switch
        label={words.sound}
        checked={current.sound}
        onChange={(sound) => {
          choose({ sound });
        }}
      />
      {'Notification' in globalThis && (
        <Switch label={words.notices} checked={current.notices} onChange={(wanted) => void notify(wanted)} />
      )}
    </section>
  );
}
