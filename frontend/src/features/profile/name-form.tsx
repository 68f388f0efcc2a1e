import { useMutation, useQueryClient } from '@tanstack/react-query';
import { UserRound } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { answer } from '@/shared/api/api';
import type { Me } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { changeMe } from '@/shared/chat/me';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { PhotoButtons } from '@/shared/photo/photo-buttons';
import { useOwnPhoto } from '@/shared/photo/use-photo-change';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useLateFailure } from '@/shared/signed-in/use-late-failure';
import { isVisible } from '@/shared/text/visible';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/text-field';
import { Heading } from './heading';
import styles from './profile.module.css';

const LONGEST = 50;
const LONGEST_ABOUT = 140;

export function NameForm({ me }: { me: Me }) {
  const { api, conversations } = useSignedIn();
  const queries = useQueryClient();
  const language = useLanguage();
  const words = language.texts.profile;
  const [name, setName] = useState(me.name);
  const [about, setAbout] = useState(me.about ?? '');
  const sayLate = useLateFailure();
  const photo = useOwnPhoto();
  const save = useMutation({
    mutationFn: (next: { name: string; about: string }) =>
      answer<Me>(api.PATCH('/api/v1/users/me', { body: next })),
    onSuccess: (saved) => {
      changeMe(queries, saved);
      conversations.rename(saved);
      setName(saved.name);
      setAbout(saved.about ?? '');
    },
    onError: (reason) => {
      sayLate(words.nameNotSaved, reason);
    },
  });

  const wanted = name.trim();
  const valid = isVisible(wanted) && Array.from(wanted).length <= LONGEST;
  const aboutText = about.trim();
  const short = Array.from(aboutText).length <= LONGEST_ABOUT;
  const changed = wanted !== me.name || aboutText !== (me.about ?? '');
  const refused = save.error instanceof Problem && [400, 422].includes(save.error.status);
  const failure = save.error === null ? undefined : problemText(save.error, language);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (valid && short && changed && !save.isPending) save.mutate({ name: wanted, about: aboutText });
  };
  return (
    <form className={styles.section} onSubmit={submit} noValidate aria-label={words.about}>
      <Heading art={UserRound}>{words.about}</Heading>
      <div className={styles.who}>
        <Avatar id={me.id} name={me.name} photo={me.avatar} />
        <span className={styles.address}>{me.email}</span>
      </div>
      <PhotoButtons has={me.avatar !== null} change={photo} />
      <TextField
        label={words.name}
        hint={words.nameHint}
        error={!valid || refused ? words.nameInvalid : failure}
        name="name"
        autoComplete="name"
        dir="auto"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          save.reset();
        }}
      />
      <TextField
        label={language.texts.account.about}
        hint={language.texts.account.aboutHint}
        error={short ? undefined : language.texts.account.aboutInvalid}
        name="about"
        autoComplete="off"
        dir="auto"
        value={about}
        onChange={(event) => {
          setAbout(event.target.value);
          save.reset();
        }}
      />
      <div className={styles.row}>
        <Button type="submit" aria-disabled={!valid || !short || !changed || save.isPending}>
          {save.isPending ? words.saving : words.save}
        </Button>
        <span role="status" className={styles.saved}>
          {save.isSuccess ? words.saved : ''}
        </span>
      </div>
    </form>
  );
}
