import type { Conversation, Member } from '@/shared/api/model';
import { titleOf } from '@/shared/chat/conversation-names';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { groupProblem, useGroupChange } from './use-group';

interface LeaveGroupProps {
  conversation: Conversation;
  ownRole: Member['role'];
  onClose: () => void;
}

/** Says what becomes of the group, and of its ownership, before one leaves. */
export function LeaveGroup({ conversation, ownRole, onClose }: LeaveGroupProps) {
  const { ownId, forgetConversation } = useSignedIn();
  const language = useLanguage();
  const { groups: words, conversations } = language.texts;
  const leave = useGroupChange(conversation.id);
  return (
    <ConfirmDialog
      title={words.leaveTitle(titleOf(conversation, ownId) ?? conversations.unnamed)}
      action={words.leave}
      busy={leave.isPending}
      failure={leave.error === null ? undefined : groupProblem(leave.error, language)}
      onClose={onClose}
      onConfirm={() => {
        leave.mutate(
          { kind: 'remove', userId: ownId },
          {
            onSuccess: () => {
              onClose();
              forgetConversation(conversation.id);
            },
          },
        );
      }}
    >
      <p>{words.leaveLead}</p>
      {conversation.memberCount === 1 ? (
        <p>{words.leaveLast}</p>
      ) : (
        ownRole === 'owner' && <p>{words.leaveOwner}</p>
      )}
    </ConfirmDialog>
  );
}
