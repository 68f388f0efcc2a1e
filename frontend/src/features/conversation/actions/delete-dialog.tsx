import { useState } from 'react';
import type { Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import type { MessageActions } from '../message/message-actions';
import styles from './dialogs.module.css';

interface DeleteDialogProps {
  messages: readonly Message[];
  actions: MessageActions;
  onDone: () => void;
  onClose: () => void;
}

/** Asks before messages are deleted for everyone. */
export function DeleteDialog({ messages, actions, onDone, onClose }: DeleteDialogProps) {
  const language = useLanguage();
  const words = language.texts.message;
  const [deleting, setDeleting] = useState(false);
  const [failure, setFailure] = useState<string>();
  const remove = async () => {
    setDeleting(true);
    setFailure(undefined);
    try {
      // One after the other: what fails leaves the rest as it is, and those deleted before are seen to be.
      for (const message of messages) await removeOnce(actions, message);
      onDone();
    } catch (reason) {
      setFailure(`${words.notDeleted} ${problemText(reason, language)}`);
      setDeleting(false);
    }
  };
  return (
    <Modal title={words.deleteTitle(messages.length)} closeLabel={words.close} onClose={onClose}>
      <p>{words.deleteLead(messages.length)}</p>
      <ErrorLine>{failure}</ErrorLine>
      <div className={styles.buttons}>
        <Button look="outlined" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button
          aria-disabled={deleting}
          onClick={() => {
            if (!deleting) void remove();
          }}
        >
          {deleting ? words.deleting : words.deleteConfirm}
        </Button>
      </div>
    </Modal>
  );
}

/** Another member may have deleted it meanwhile. */
async function removeOnce(actions: MessageActions, message: Message) {
  try {
    await actions.remove(message);
  } catch (reason) {
    if (!(reason instanceof Problem) || reason.status !== 404) throw reason;
  }
}
