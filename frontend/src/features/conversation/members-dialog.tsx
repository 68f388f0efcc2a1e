import { useInfiniteQuery } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import type { Conversation } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Modal } from '@/shared/ui/modal';
import { ErrorLine } from '@/shared/ui/text-field';
import styles from './members-dialog.module.css';

/** Members that are fetched at a time. */
const PAGE = 100;

interface MembersDialogProps {
  conversation: Conversation;
  onClose: () => void;
}

/** Everybody in a group, page by page. */
export function MembersDialog({ conversation, onClose }: MembersDialogProps) {
  const { api, ownId } = useSignedIn();
  const language = useLanguage();
  const { texts } = language;
  const words = texts.conversation;
  const { id } = conversation;
  const members = useInfiniteQuery({
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
  const roles = { owner: words.owner, admin: words.admin, member: undefined };
  return (
    <Modal title={words.membersTitle} closeLabel={words.closeMembers} onClose={onClose} tall>
      <ul className={styles.members} aria-busy={members.isFetching}>
        {members.data?.pages
          .flatMap((page) => page.items)
          .map(({ userId, name, role, online }) => (
            <li key={userId} className={styles.member}>
              <Avatar small id={userId} name={name} online={online} />
              <span className={styles.name} dir="auto">
                {userId === ownId ? texts.conversations.you : name}
              </span>
              {roles[role] !== undefined && <span className={styles.role}>{roles[role]}</span>}
            </li>
          ))}
      </ul>
      {members.hasNextPage && (
        <Button
          look="quiet"
          aria-disabled={members.isFetching}
          onClick={() => {
            if (!members.isFetching) void members.fetchNextPage();
          }}
        >
          {words.moreMembers}
        </Button>
      )}
      <ErrorLine>{members.isError ? problemText(members.error, language) : undefined}</ErrorLine>
    </Modal>
  );
}
