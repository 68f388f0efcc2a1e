import { X } from 'lucide-react';
import type { RefObject } from 'react';
import type { User } from '@/shared/api/model';
import { namesakesIn, tagOf } from '@/shared/chat/namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { Avatar } from '@/shared/ui/avatar';
import styles from './people-chooser.module.css';
import { PeoplePicker } from './people-picker';

interface PeopleChooserProps {
  field: RefObject<HTMLInputElement | null>;
  people: readonly User[];
  /** Not offered, and not chosen either: the ids of who is there already. */
  without?: ReadonlySet<string>;
  /** Says that no person is chosen. */
  missing: boolean;
  busy: boolean;
  failure: Error | null;
  onChange: (people: readonly User[]) => void;
}

/** Finds and collects people, each with a way to leave them out again. */
export function PeopleChooser({
  field,
  people,
  without,
  missing,
  busy,
  failure,
  onChange,
}: PeopleChooserProps) {
  const words = useLanguage().texts.newConversation;
  const namesakes = namesakesIn(people);
  return (
    <>
      {people.length > 0 && (
        <ul className={styles.chosen} aria-label={words.members}>
          {people.map((person) => (
            <li key={person.id} className={styles.chip}>
              <Avatar small id={person.id} name={person.name} photo={person.avatar} />
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
                  onChange(people.filter(({ id }) => id !== person.id));
                  field.current?.focus();
                }}
              >
                <X size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={styles.status} hidden={!missing}>
        {missing ? words.noPeopleYet : ''}
      </p>
      <PeoplePicker
        field={field}
        label={words.add}
        without={new Set([...people.map(({ id }) => id), ...(without ?? [])])}
        busy={busy}
        failure={failure}
        onPick={(person) => {
          onChange([...people, person]);
        }}
      />
    </>
  );
}
