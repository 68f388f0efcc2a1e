import { useInfiniteQuery } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import type { Conversation } from '@/shared/api/model';
import { faceOf, otherOf, titleOf } from '@/shared/chat/conversation-names';
import { membersOf, namesakesIn, tagOf } from '@/shared/chat/namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import { useNow } from '@/shared/ui/use-now';
import styles from './details-dialog.module.css';

/** Members that are fetched at a time. */
const PAGE = 100;

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
  const name = titleOf(conversation, ownId) ?? texts.conversations.unnamed;
  const other = otherOf(conversation, ownId);
  const lastSeen = (at: string | null) => (at === null ? undefined : formats.lastSeen(at, now));
  return (
    <Modal title={words.title} closeLabel={words.close} onClose={onClose} tall={other === undefined}>
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
      {other === undefined && <Members conversation={conversation} lastSeen={lastSeen} />}
    </Modal>
  );
}

interface MembersProps {
  conversation: Conversation;
  lastSeen: (at: string | null) => string | undefined;
}

/** Everybody in a group, page by page; at first those that are known here. */
function Members({ conversation, lastSeen }: MembersProps) {
  const { api, ownId } = useSignedIn();
  const language = useLanguage();
  const { texts } = language;
  const words = texts.conversation;
  const { id } = conversation;
  const fetched = useInfiniteQuery({
    queryKey: ['members', id],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/conversations/{conversationId}/members', {
          params: {
            path: { conversationId: id },
            query: pageParam === null ? { limit: PAGE } : { limit: PAGE, after: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    gcTime: 0,
  });
  const members = fetched.data?.pages.flatMap((page) => page.items) ?? conversation.members;
  const namesakes = namesakesIn(membersOf(members));
  const roles = { owner: words.owner, admin: words.admin, member: undefined };
  return (
    <section className={styles.section} aria-label={words.membersTitle}>
      <h2 className={styles.heading}>{words.membersTitle}</h2>
      <ul className={styles.members} aria-busy={fetched.isFetching}>
        {members.map(({ userId, name, role, online, lastSeenAt }) => (
          <li key={userId} className={styles.member}>
            <Avatar small id={userId} name={name} online={online} />
            <div className={styles.words}>
              <p className={styles.name} dir="auto" translate="no">
                {userId === ownId ? texts.conversations.you : name}
              </p>
              <p className={styles.more}>{online ? words.online : lastSeen(lastSeenAt)}</p>
            </div>
            {namesakes.has(userId) && (
              <bdi className={styles.more} translate="no">
                {tagOf(userId)}
              </bdi>
            )}
            {roles[role] !== undefined && <span className={styles.more}>{roles[role]}</span>}
          </li>
        ))}
      </ul>
      {fetched.hasNextPage && (
        <Button
          look="quiet"
          aria-disabled={fetched.isFetching}
          onClick={() => {
            if (!fetched.isFetching) void fetched.fetchNextPage();
          }}
        >
          {words.moreMembers}
        </Button>
      )}
      <ErrorLine>{fetched.isError ? problemText(fetched.error, language) : undefined}</ErrorLine>
    </section>
  );
}
