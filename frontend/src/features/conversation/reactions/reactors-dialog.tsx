import type { Conversation, Message } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Modal } from '@/shared/ui/modal';
import { useNames } from '../message/use-names';
import styles from './reactors-dialog.module.css';

interface ReactorsDialogProps {
  conversation: Conversation;
  /** As it is now. */
  message: Message;
  finalFocus: HTMLElement;
  onClose: () => void;
}

/** Who reacted to a message, emoji by emoji. */
export function ReactorsDialog({ conversation, message, finalFocus, onClose }: ReactorsDialogProps) {
  const { ownId } = useSignedIn();
  const { texts } = useLanguage();
  const words = texts.reactions;
  const { names, photos } = useNames(
    conversation,
    message.reactions.flatMap(({ userIds }) => userIds),
  );
  return (
    <Modal title={words.title} closeLabel={texts.message.close} finalFocus={finalFocus} onClose={onClose}>
      {message.reactions.map(({ emoji, userIds }) => (
        <section key={emoji} aria-label={emoji}>
          <h2 className={styles.kind}>
            <span className={styles.emoji}>{emoji}</span>
            <span>{words.count(userIds.length)}</span>
          </h2>
          <ul>
            {userIds.map((id) => {
              const url = photos.get(id);
              const name = id === ownId ? texts.conversations.you : (names.get(id) ?? texts.message.unknown);
              return (
                <li key={id} className={styles.reactor}>
                  <Avatar
                    small
                    id={id}
                    name={names.get(id) ?? name}
                    photo={url === undefined ? null : { url }}
                  />
                  <span className={styles.name}>
                    <bdi translate="no">{name}</bdi>
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {message.reactions.length === 0 && <p>{words.gone}</p>}
    </Modal>
  );
}
