import { Settings2 } from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import type { Preference } from '@/shared/preferences/preferences';
import { useNotices } from '@/shared/push/use-notices';
import { usePreferences } from '@/shared/preferences/use-preferences';
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

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly T[];
  names: Record<T, string>;
  value: T;
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ label, options, names, value, onChoose }: ChoiceProps<T>) {
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select
        className={styles.select}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SwitchProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Switch({ label, checked, onChange }: SwitchProps) {
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <input
        type="checkbox"
        className={styles.check}
        checked={checked}
        onChange={({ target }) => {
          onChange(target.checked);
        }}
      />
    </label>
  );
}
