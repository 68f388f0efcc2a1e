import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import type { User } from '@/shared/api/model';
import { groupTitle } from '@/shared/chat/group-title';
import { useLanguage } from '@/shared/i18n/language';
import { PeopleChooser } from '@/shared/people/people-chooser';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/text-field';
import styles from './new-conversation.module.css';

export interface NewGroup {
  title: string;
  people: readonly User[];
}

interface GroupFormProps {
  busy: boolean;
  failure: Error | null;
  onCreate: (group: NewGroup) => void;
}

/** A group: what it is called, and who is in it. */
export function GroupForm({ busy, failure, onCreate }: GroupFormProps) {
  const words = useLanguage().texts.newConversation;
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [people, setPeople] = useState<readonly User[]>([]);
  const [tried, setTried] = useState(false);
  const title = groupTitle(typed);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (title !== undefined && people.length > 0 && !busy) onCreate({ title, people });
  };
  return (
    <form className={styles.group} onSubmit={submit} noValidate>
      <TextField
        label={words.groupTitle}
        hint={words.groupTitleHint}
        error={tried && title === undefined ? words.groupTitleInvalid : undefined}
        name="title"
        autoComplete="off"
        dir="auto"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of what had the focus
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <PeopleChooser
        field={search}
        people={people}
        missing={tried && people.length === 0}
        busy={busy}
        failure={failure}
        onChange={setPeople}
      />
      <Button type="submit" aria-disabled={busy}>
        {busy ? words.creating : words.create}
      </Button>
    </form>
  );
}
