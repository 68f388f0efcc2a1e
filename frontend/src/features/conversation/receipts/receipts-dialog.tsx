import { useQuery } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import type { Conversation, Message } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import { useMembers } from '../mentions/use-members';
import { useNames } from '../message/use-names';
import styles from './receipts-dialog.module.css';

interface ReceiptsDialogProps {
  conversation: Conversation;
  message: Message;
  finalFocus: HTMLElement;
  onClose: () => void;
}

/** When a message was sent and edited, who has read it, who has received it, and who has not. */
export function ReceiptsDialog({ conversation, message, finalFocus, onClose }: ReceiptsDialogProps) {
  const { api } = useSignedIn();
  const language = useLanguage();
  const { texts, formats } = language;
  const words = texts.receipts;
  const path = { conversationId: conversation.id, messageId: message.id };
  const { data, error } = useQuery({
    queryKey: ['receipts', conversation.id, message.id],
    queryFn: ({ signal }) =>
      answer<{ readBy: string[]; receivedBy: string[] }>(
        api.GET('/api/v1/conversations/{conversationId}/messages/{messageId}/receipts', {
          params: { path },
          signal,
        }),
      ),
    // As it is now, each time.
    staleTime: 0,
    gcTime: 0,
  });
  const received = data?.receivedBy.filter((id) => !data.readBy.includes(id)) ?? [];
  const members = useMembers(conversation, data !== undefined);
  const complete = members.length >= conversation.memberCount;
  // Members who joined later never receive it.
  const waiting = members.filter(
    ({ userId, joinedSeq }) =>
      userId !== message.senderId && joinedSeq < message.seq && data?.receivedBy.includes(userId) === false,
  );
  const known = { ...conversation, members: [...members] };
  const large = error instanceof Problem && error.code === 'too_many_members';
  return (
    <Modal title={words.title} closeLabel={texts.message.close} finalFocus={finalFocus} onClose={onClose}>
      <p className={styles.when}>{words.sent(formats.full(message.sentAt))}</p>
      {message.editedAt !== null && (
        <p className={styles.when}>{words.edited(formats.full(message.editedAt))}</p>
      )}
      <ErrorLine>
        {error === null ? undefined : large ? words.tooMany : problemText(error, language)}
      </ErrorLine>
      {data !== undefined && (
        <>
          <People title={words.read(data.readBy.length)} ids={data.readBy} conversation={known} />
          <People title={words.received(received.length)} ids={received} conversation={known} />
          {complete && (
            <People
              title={words.notReceived(waiting.length)}
              ids={waiting.map(({ userId }) => userId)}
              conversation={known}
            />
          )}
        </>
      )}
    </Modal>
  );
}

interface PeopleProps {
  title: string;
  ids: readonly string[];
  conversation: Conversation;
}

function People({ title, ids, conversation }: PeopleProps) {
  const { texts } = useLanguage();
  const { names } = useNames(conversation, ids);
  if (ids.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul>
        {ids.map((id) => (
          <li key={id} className={styles.person}>
            <Avatar small id={id} name={names.get(id) ?? ''} />
            <span className={styles.name}>
              <bdi translate="no">{names.get(id) ?? texts.message.unknown}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
