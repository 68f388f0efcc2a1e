import type { Conversation } from '@/shared/api/model';
import { faceOf, otherOf, titleOf } from '@/shared/chat/conversation-names';
import { membersOf, namesakesIn, tagOf } from '@/shared/chat/namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Modal } from '@/shared/ui/modal';
import { useNow } from '@/shared/ui/use-now';
import styles from './details-dialog.module.css';

interface DetailsDialogProps {
  conversation: Conversation;
  onClose: () => void;
}

/** Who is in a conversation, and what is known of them. */
export function DetailsDialog({ conversation, onClose }: DetailsDialogProps) {
  const { ownId } = useSignedIn();
  const { texts, formats } = useLanguage();
  const words = texts.details;
  const now = useNow();
  const { members } = conversation;
  const name = titleOf(conversation, ownId) ?? texts.conversations.unnamed;
  const other = otherOf(conversation, ownId);
  const namesakes = namesakesIn(membersOf(members));
  const lastSeen = (at: string | null) => (at === null ? undefined : formats.lastSeen(at, now));
  return (
    <Modal title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={styles.who}>
        <Avatar id={faceOf(conversation, ownId)} name={name} online={other?.online === true} />
        <div className={styles.words}>
          <p className={styles.name} dir="auto" translate="no">
            {name}
          </p>
          <p className={styles.more}>
            {other === undefined
              ? words.memberCount(conversation.memberCount)
              : other.online
                ? texts.conversation.online
                : lastSeen(other.lastSeenAt)}
          </p>
          {other !== undefined && (
            <p className={styles.more}>
              <span>{words.tag}</span> <bdi translate="no">{tagOf(other.userId)}</bdi>
            </p>
          )}
        </div>
      </div>
      {other !== undefined && <p className={styles.more}>{words.tagHint}</p>}
      {other === undefined && (
        <section className={styles.section} aria-label={words.members}>
          <h2 className={styles.heading}>{words.members}</h2>
          <ul className={styles.members}>
            {members.map((member) => (
              <li key={member.userId} className={styles.member}>
                <Avatar small id={member.userId} name={member.name} online={member.online} />
                <div className={styles.words}>
                  <p className={styles.name} dir="auto" translate="no">
                    {member.userId === ownId ? texts.conversations.you : member.name}
                  </p>
                  <p className={styles.more}>
                    {member.online ? texts.conversation.online : lastSeen(member.lastSeenAt)}
                  </p>
                </div>
                {namesakes.has(member.userId) && (
                  <bdi className={styles.more} translate="no">
                    {tagOf(member.userId)}
                  </bdi>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  );
}
