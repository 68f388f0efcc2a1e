import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer } from '@/shared/api/api';
import type { Conversation, Member } from '@/shared/api/model';
import { membersOf, namesakesIn, tagOf } from '@/shared/chat/namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Avatar } from '@/shared/ui/avatar';
import { Button, IconButton } from '@/shared/ui/button';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { ErrorLine } from '@/shared/ui/text-field';
import { useNow } from '@/shared/ui/use-now';
import styles from './details.module.css';
import type { MemberDeed } from './member-menu';
import { MemberMenu } from './member-menu';
import { groupProblem, useGroupChange } from './use-group';

/** Members that are fetched at a time. */
const PAGE = 100;

interface MemberListProps {
  conversation: Conversation;
  ownRole: Member['role'];
}

interface Picked {
  member: Member;
  button: HTMLElement;
  confirming?: 'own' | 'remove';
}

/** Everybody in a group, page by page; at first those that are known here. */
export function MemberList({ conversation, ownRole }: MemberListProps) {
  const { api, ownId, conversations } = useSignedIn();
  const language = useLanguage();
  const { texts, formats } = language;
  const words = texts.conversation;
  const navigate = useNavigate();
  const now = useNow();
  const { id } = conversation;
  const change = useGroupChange(id);
  const [picked, setPicked] = useState<Picked>();
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
  const write = useMutation({
    mutationFn: (userId: string) =>
      answer<Conversation>(api.POST('/api/v1/conversations', { body: { memberIds: [userId] } })),
    onSuccess: (started) => {
      conversations.put(started);
      void navigate(`/c/${encodeURIComponent(started.id)}`);
    },
  });
  const members = fetched.data?.pages.flatMap((page) => page.items) ?? conversation.members;
  const namesakes = namesakesIn(membersOf(members));
  const roles = { owner: words.owner, admin: words.admin, member: undefined };
  const failure = change.error ?? write.error;
  const close = () => {
    setPicked(undefined);
    if (picked?.confirming !== undefined) change.reset();
  };
  const choose = (deed: MemberDeed) => {
    if (picked === undefined) return;
    const { userId } = picked.member;
    change.reset();
    if (deed === 'message') write.mutate(userId);
    else if (deed === 'promote') change.mutate({ kind: 'role', userId, role: 'admin' });
    else if (deed === 'demote') change.mutate({ kind: 'role', userId, role: 'member' });
    else setPicked({ ...picked, confirming: deed });
  };
  return (
    <section className={styles.section} aria-label={words.membersTitle}>
      <h2 className={styles.heading}>{words.membersTitle}</h2>
      <ul className={styles.members} aria-busy={fetched.isFetching || change.isPending}>
        {members.map((member) => (
          <li key={member.userId} className={styles.member}>
            <Avatar
              small
              id={member.userId}
              name={member.name}
              photo={member.avatar}
              online={member.online}
            />
            <div className={styles.words}>
              <p className={styles.name} dir="auto" translate="no">
                {member.userId === ownId ? texts.conversations.you : member.name}
              </p>
              <p className={styles.more}>
                {member.online
                  ? words.online
                  : member.lastSeenAt !== null && formats.lastSeen(member.lastSeenAt, now)}
              </p>
            </div>
            {namesakes.has(member.userId) && (
              <bdi className={styles.more} translate="no">
                {tagOf(member.userId)}
              </bdi>
            )}
            {roles[member.role] !== undefined && <span className={styles.role}>{roles[member.role]}</span>}
            {member.userId !== ownId && (
              <IconButton
                label={texts.groups.options(member.name)}
                aria-haspopup="menu"
                onClick={({ currentTarget }) => {
                  setPicked({ member, button: currentTarget });
                }}
              >
                <EllipsisVertical size={18} aria-hidden="true" />
              </IconButton>
            )}
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
      <ErrorLine>
        {fetched.isError
          ? problemText(fetched.error, language)
          : failure !== null && picked?.confirming === undefined
            ? groupProblem(failure, language)
            : undefined}
      </ErrorLine>
      {picked !== undefined && picked.confirming === undefined && (
        <MemberMenu
          member={picked.member}
          ownRole={ownRole}
          anchor={picked.button}
          onClose={close}
          onChoose={choose}
        />
      )}
      {picked?.confirming !== undefined && (
        <ConfirmMember
          name={picked.member.name}
          deed={picked.confirming}
          busy={change.isPending}
          failure={change.error === null ? undefined : groupProblem(change.error, language)}
          onClose={close}
          onConfirm={() => {
            const { userId } = picked.member;
            const chosen =
              picked.confirming === 'own'
                ? ({ kind: 'role', userId, role: 'owner' } as const)
                : ({ kind: 'remove', userId } as const);
            change.mutate(chosen, { onSuccess: close });
          }}
        />
      )}
    </section>
  );
}

interface ConfirmMemberProps {
  name: string;
  deed: 'own' | 'remove';
  busy: boolean;
  failure: string | undefined;
  onClose: () => void;
  onConfirm: () => void;
}

function ConfirmMember({ name, deed, ...rest }: ConfirmMemberProps) {
  const words = useLanguage().texts.groups;
  const [title, lead, action] =
    deed === 'own'
      ? [words.ownerTitle(name), words.ownerLead, words.makeOwner]
      : [words.removeTitle(name), words.removeLead, words.remove];
  return (
    <ConfirmDialog title={title} action={action} {...rest}>
      <p>{lead}</p>
    </ConfirmDialog>
  );
}
