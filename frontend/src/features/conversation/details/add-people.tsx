import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import type { Conversation, User } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { PeopleChooser } from '@/shared/people/people-chooser';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import styles from './details.module.css';
import { groupProblem, useGroupChange } from './use-group';

interface AddPeopleProps {
  conversation: Conversation;
  onClose: () => void;
}

/** Finds people and adds them to a group. */
export function AddPeople({ conversation, onClose }: AddPeopleProps) {
  const language = useLanguage();
  const words = language.texts.groups;
  const field = useRef<HTMLInputElement>(null);
  const [people, setPeople] = useState<readonly User[]>([]);
  const [tried, setTried] = useState(false);
  const add = useGroupChange(conversation.id);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (people.length === 0 || add.isPending) return;
    add.mutate({ kind: 'add', userIds: people.map(({ id }) => id) }, { onSuccess: onClose });
  };
  return (
    <Modal title={words.addTitle} closeLabel={words.close} onClose={onClose} initialFocus={field} tall>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.more}>{words.added}</p>
        <PeopleChooser
          field={field}
          people={people}
          // As far as they are known here; the server leaves out who is in it already.
          without={new Set(conversation.members.map(({ userId }) => userId))}
          missing={tried && people.length === 0}
          busy={add.isPending}
          failure={null}
          onChange={(next) => {
            setPeople(next);
            add.reset();
          }}
        />
        <ErrorLine>{add.error === null ? undefined : groupProblem(add.error, language)}</ErrorLine>
        <Button type="submit" aria-disabled={add.isPending}>
          {add.isPending ? words.adding : words.add(Math.max(1, people.length))}
        </Button>
      </form>
    </Modal>
  );
}
