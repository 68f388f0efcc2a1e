import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { Conversation } from '@/shared/api/model';
import { groupTitle } from '@/shared/chat/group-title';
import { useLanguage } from '@/shared/i18n/language';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { TextField } from '@/shared/ui/text-field';
import styles from './details.module.css';
import { groupProblem, useGroupChange } from './use-group';

interface RenameGroupProps {
  conversation: Conversation;
  onClose: () => void;
}

export function RenameGroup({ conversation, onClose }: RenameGroupProps) {
  const language = useLanguage();
  const { groups: words, newConversation } = language.texts;
  const [typed, setTyped] = useState(conversation.title ?? '');
  const [tried, setTried] = useState(false);
  const rename = useGroupChange(conversation.id);
  const title = groupTitle(typed);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (title === conversation.title) onClose();
    else if (title !== undefined && !rename.isPending)
      rename.mutate({ kind: 'title', title }, { onSuccess: onClose });
  };
  const failure = rename.error === null ? undefined : groupProblem(rename.error, language);
  return (
    <Modal title={words.rename} closeLabel={words.close} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={words.name}
          hint={newConversation.groupTitleHint}
          error={tried && title === undefined ? newConversation.groupTitleInvalid : failure}
          name="title"
          autoComplete="off"
          dir="auto"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            rename.reset();
          }}
        />
        <Button type="submit" aria-disabled={rename.isPending}>
          {rename.isPending ? words.saving : words.save}
        </Button>
      </form>
    </Modal>
  );
}
