import { X } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import type { User } from '@/shared/api/model';
import { namesakesIn, tagOf } from '@/shared/chat/namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { isVisible } from '@/shared/text/visible';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/text-field';
import styles from './new-conversation.module.css';
import { PeoplePicker } from './people-picker';

const LONGEST_TITLE = 80;

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
  const [title, setTitle] = useState('');
  const [people, setPeople] = useState<readonly User[]>([]);
  const [tried, setTried] = useState(false);
  const namesakes = namesakesIn(people);
  const wanted = title.trim();
  const named = isVisible(wanted) && Array.from(wanted).length <= LONGEST_TITLE;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (named && people.length > 0 && !busy) onCreate({ title: wanted, people });
  };
  return (
    <form className={styles.group} onSubmit={submit} noValidate>
      <TextField
        label={words.groupTitle}
        hint={words.groupTitleHint}
        error={tried && !named ? words.groupTitleInvalid : undefined}
        name="title"
        autoComplete="off"
        dir="auto"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of what had the focus
        autoFocus
        value={title}
        onChange={(event) => {
          setTitle(event.target.value);
        }}
      />
      {people.length > 0 && (
        <ul className={styles.chosen} aria-label={words.members}>
          {people.map((person) => (
            <li key={person.id} className={styles.chip}>
              <Avatar small id={person.id} name={person.name} />
              <span className={styles.name} dir="auto">
                {person.name}
              </span>
              {namesakes.has(person.id) && <bdi className={styles.more}>{tagOf(person.id)}</bdi>}
              <button
                type="button"
                aria-label={words.remove(person.name)}
                title={words.remove(person.name)}
                className={styles.remove}
                onClick={() => {
                  setPeople(people.filter(({ id }) => id !== person.id));
                  search.current?.focus();
                }}
              >
                <X size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={styles.status} hidden={!tried || people.length > 0}>
        {tried && people.length === 0 ? words.nobodyYet : ''}
      </p>
      <PeoplePicker
        field={search}
        label={words.add}
        without={people}
        busy={busy}
        failure={failure}
        onPick={(person) => {
          setPeople([...people, person]);
        }}
      />
      <Button type="submit" aria-disabled={busy}>
        {busy ? words.creating : words.create}
      </Button>
    </form>
  );
}
