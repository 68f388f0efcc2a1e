import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import type { Member } from '@/shared/api/model';
import { Problem } from '@/shared/api/problem';
import type { Language } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** A change of a group that its admins, or its owner, may make. */
export type GroupChange =
  | { kind: 'title'; title: string }
  | { kind: 'add'; userIds: string[] }
  | { kind: 'remove'; userId: string }
  | { kind: 'role'; userId: string; role: Member['role'] };

const CONVERSATION = '/api/v1/conversations/{conversationId}';

/** Makes changes of a group, and shows what has become of it. */
export function useGroupChange(conversationId: string) {
  const { api, conversations } = useSignedIn();
  const queries = useQueryClient();
  const path = { conversationId };
  const call = (change: GroupChange): Promise<unknown> => {
    switch (change.kind) {
      case 'title':
        return answer(api.PATCH(CONVERSATION, { params: { path }, body: { title: change.title } }));
      case 'add':
        return answer(
          api.POST(`${CONVERSATION}/members`, { params: { path }, body: { userIds: change.userIds } }),
        );
      case 'remove':
        return answer(
          api.DELETE(`${CONVERSATION}/members/{userId}`, {
            params: { path: { ...path, userId: change.userId } },
          }),
        );
      case 'role':
        return answer(
          api.PUT(`${CONVERSATION}/members/{userId}/role`, {
            params: { path: { ...path, userId: change.userId } },
            body: { role: change.role },
          }),
        );
    }
  };
  return useMutation({
    mutationFn: call,
    // Also after a failure: the group may not be what the screen says.
    onSettled: () =>
      Promise.all([
        conversations.refresh(conversationId),
        queries.invalidateQueries({ queryKey: ['members', conversationId] }),
      ]),
  });
}

/** Why a change of a group was not made. */
export function groupProblem(reason: unknown, language: Language): string {
  const words: Partial<Record<string, string>> = language.texts.groups.problems;
  const own = reason instanceof Problem ? words[reason.code] : undefined;
  return own ?? problemText(reason, language);
}

export function mayManage(own: Member['role'] | undefined): boolean {
  return own === 'owner' || own === 'admin';
}
