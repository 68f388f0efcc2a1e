import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react';
import type { RefObject } from 'react';
import { useState } from 'react';
import type { User } from '@/shared/api/model';
import { namesakesIn, tagOf } from '@/shared/chat/namesakes';
import { useKnownPeople } from '@/shared/chat/use-namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { ErrorLine } from '@/shared/ui/text-field';
import fieldStyles from '@/shared/ui/text-field.module.css';
import styles from './people-picker.module.css';
import { usePeopleSearch } from './use-people-search';

interface PeoplePickerProps {
  field: RefObject<HTMLInputElement | null>;
  label: string;
  /** The ids of those who are not offered. */
  without?: ReadonlySet<string>;
  busy: boolean;
  failure: Error | null;
  onPick: (person: User) => void;
}

/** Finds people by name or address, by keyboard as by hand. */
export function PeoplePicker({ field, label, without, busy, failure, onPick }: PeoplePickerProps) {
  const { api, ownId } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.newConversation;
  const [typed, setTyped] = useState('');
  const { query, search, settled } = usePeopleSearch(api, ownId, typed);

  const found = query === '' ? [] : (search.data ?? []);
  const people = found.filter(({ id }) => without?.has(id) !== true);
  const known = useKnownPeople();
  const namesakes = namesakesIn([...found, ...known.values()]);
  const since = ({ id, createdAt }: User) =>
    known.has(id) ? words.known : words.since(language.formats.date(createdAt));
  const waiting = typed.trim() !== '' && (!settled || search.isFetching);
  const problem = failure ?? search.error;
  const status = waiting
    ? words.searching
    : query === ''
      ? words.hint
      : people.length === 0
        ? words.noOne(query)
        : words.found(people.length);
  return (
    <ComboboxProvider open resetValueOnHide={false} inputValue={typed} setInputValue={setTyped}>
      <div className={fieldStyles.field}>
        <Combobox
          ref={field}
          aria-label={label}
          placeholder={label}
          className={fieldStyles.input}
          autoSelect
          autoCapitalize="none"
          autoComplete="none"
          spellCheck={false}
          maxLength={254}
        />
        {problem === null ? (
          <p role="status" className={styles.status}>
            {status}
          </p>
        ) : (
          <ErrorLine>{problemText(problem, language)}</ErrorLine>
        )}
      </div>
      <ComboboxList alwaysVisible className={styles.results} aria-label={label} aria-busy={waiting}>
        {people.map((person) => (
          <ComboboxItem
            key={person.id}
            value={person.name}
            setValueOnClick={false}
            hideOnClick={false}
            focusOnHover
            disabled={busy}
            accessibleWhenDisabled
            className={styles.person}
            onClick={() => {
              onPick(person);
              setTyped('');
            }}
          >
            <Avatar small id={person.id} name={person.name} photo={person.avatar} />
            <span className={styles.words}>
              <span className={styles.name} dir="auto" translate="no">
                {person.name}
              </span>
              {namesakes.has(person.id) && (
                <span className={styles.more}>{words.namesake(tagOf(person.id), since(person))}</span>
              )}
            </span>
          </ComboboxItem>
        ))}
      </ComboboxList>
    </ComboboxProvider>
  );
}
