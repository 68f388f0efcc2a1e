import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { answer } from '@/shared/api/api';
import type { Me } from '@/shared/api/model';
import { changeMe } from '@/shared/chat/me';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Switch } from './controls';
import { Heading } from './heading';
import styles from './profile.module.css';

type Settings = Me['settings'];

/** What others see of one, both ways, and what is mailed. A change shows at once, and is undone when it could not be saved. */
export function PrivacyForm({ settings }: { settings: Settings }) {
  const { api, toasts, conversations } = useSignedIn();
  const queries = useQueryClient();
  const language = useLanguage();
  const words = language.texts.privacy;
  const save = useMutation({
    mutationFn: (change: Partial<Settings>) =>
      answer<Me>(api.PATCH('/api/v1/users/me', { body: { settings: change } })),
    onMutate: (change) => {
      changeMe(queries, { settings: { ...settings, ...change } });
      return settings;
    },
    onSuccess: (saved) => {
      changeMe(queries, { settings: saved.settings });
      // What others show of themselves depends on it.
      void conversations.resync();
    },
    onError: (reason, _, before) => {
      if (before !== undefined) changeMe(queries, { settings: before });
      toasts.fail(`${words.notSaved} ${problemText(reason, language)}`);
    },
  });
  return (
    <section className={styles.section} aria-label={words.title}>
      <Heading art={ShieldCheck}>{words.title}</Heading>
      <Switch
        label={words.readReceipts}
        hint={words.readReceiptsHint}
        checked={settings.readReceipts}
        onChange={(readReceipts) => {
          save.mutate({ readReceipts });
        }}
      />
      <Switch
        label={words.lastSeen}
        hint={words.lastSeenHint}
        checked={settings.lastSeen}
        onChange={(lastSeen) => {
          save.mutate({ lastSeen });
        }}
      />
      <Switch
        label={words.missedMail}
        hint={words.missedMailHint}
        checked={settings.missedMail === 'hourly'}
        onChange={(wanted) => {
          save.mutate({ missedMail: wanted ? 'hourly' : 'off' });
        }}
      />
    </section>
  );
}
