import { useMutation } from '@tanstack/react-query';
import { Link2, User as UserIcon, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { answer } from '@/shared/api/api';
import type { Conversation, User } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { PeoplePicker } from '@/shared/people/people-picker';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { GroupForm } from './group-form';
import styles from './new-conversation.module.css';

interface NewConversationDialogProps {
  onClose: () => void;
  onStarted: (conversationId: string) => void;
  onInvite: () => void;
}

interface Wanted {
  people: readonly User[];
  title?: string;
}

/** Finds a person and opens the conversation with them, the existing one if there is one; or makes a group. */
export function NewConversationDialog({ onClose, onStarted, onInvite }: NewConversationDialogProps) {
  const { api, conversations } = useSignedIn();
  const { newConversation: words, invites } = useLanguage().texts;
  const field = useRef<HTMLInputElement>(null);
  const [group, setGroup] = useState(false);
  const start = useMutation({
    mutationFn: ({ people, title }: Wanted) =>
      answer<Conversation>(
        api.POST('/api/v1/conversations', {
          body: { memberIds: people.map(({ id }) => id), ...(title !== undefined && { title }) },
        }),
      ),
    onSuccess: (conversation) => {
      conversations.put(conversation);
    },
  });
  const begin = (wanted: Wanted) => {
    // Who has closed the dialog meanwhile is left where they are.
    start.mutate(wanted, {
      onSuccess: ({ id }) => {
        onStarted(id);
      },
    });
  };
  const Picture = group ? UserIcon : Users;
  return (
    <Modal
      title={group ? words.toGroup : words.title}
      closeLabel={words.close}
      onClose={onClose}
      initialFocus={field}
      tall
    >
      <div className={styles.ways}>
        <Button
          look="outlined"
          onClick={() => {
            start.reset();
            setGroup(!group);
          }}
        >
          <Picture size={18} aria-hidden="true" />
          <span>{group ? words.toPerson : words.toGroup}</span>
        </Button>
        <Button look="outlined" onClick={onInvite}>
          <Link2 size={18} aria-hidden="true" />
          <span>{invites.open}</span>
        </Button>
      </div>
      {group ? (
        <GroupForm busy={start.isPending} failure={start.error} onCreate={begin} />
      ) : (
        <PeoplePicker
          field={field}
          label={words.search}
          busy={start.isPending}
          failure={start.error}
          onPick={(person) => {
            begin({ people: [person] });
          }}
        />
      )}
    </Modal>
  );
}
