import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answer } from '@/shared/api/api';
import type { Conversation, User } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import fieldStyles from '@/shared/ui/text-field.module.css';
import styles from './new-conversation.module.css';
import { usePeopleSearch } from './use-people-search';

interface NewConversationDialogProps {
  onClose: () => void;
  onStarted: (conversationId: string) => void;
}

/** Finds a person and opens the conversation with them, the existing one if there is one. */
export function NewConversationDialog({ onClose, onStarted }: NewConversationDialogProps) {
  const { api, ownId, conversations } = useSignedIn();
  const language = useLanguage();
  const words = language.texts.newConversation;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const { query, search, settled } = usePeopleSearch(api, ownId, typed);
  const start = useMutation({
    mutationFn: (person: User) =>
      answer<Conversation>(api.POST('/api/v1/conversations', { body: { memberIds: [person.id] } })),
    onSuccess: (conversation) => {
      conversations.put(conversation);
      onStarted(conversation.id);
    },
  });

  const people = query === '' ? [] : (search.data ?? []);
  const waiting = typed.trim() !== '' && (!settled || search.isFetching);
  const failure = start.error ?? search.error;
  const status = waiting
    ? words.searching
    : query === ''
      ? words.hint
      : people.length === 0
        ? words.nobody(query)
        : words.found(people.length);
  return (
    <Modal title={words.title} closeLabel={words.close} onClose={onClose} initialFocus={field} tall>
      <ComboboxProvider open resetValueOnHide={false} inputValue={typed} setInputValue={setTyped}>
        <div className={fieldStyles.field}>
          <Combobox
            ref={field}
            aria-label={words.search}
            placeholder={words.search}
            className={fieldStyles.input}
            autoSelect
            autoCapitalize="none"
            autoComplete="none"
            spellCheck={false}
            maxLength={254}
          />
          {failure === null ? (
            <p role="status" className={styles.status}>
              {status}
            </p>
          ) : (
            <ErrorLine>{problemText(failure, language)}</ErrorLine>
          )}
        </div>
        <ComboboxList alwaysVisible className={styles.results} aria-label={words.search} aria-busy={waiting}>
          {people.map((person) => (
            <ComboboxItem
              key={person.id}
              value={person.name}
              setValueOnClick={false}
              hideOnClick={false}
              focusOnHover
              disabled={start.isPending}
              accessibleWhenDisabled
              className={styles.person}
              onClick={() => {
                start.mutate(person);
              }}
            >
              <Avatar small id={person.id} name={person.name} />
              <span className={styles.name} dir="auto">
                {person.name}
              </span>
            </ComboboxItem>
          ))}
        </ComboboxList>
      </ComboboxProvider>
    </Modal>
  );
}
