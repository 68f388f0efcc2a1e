import { useQueries } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import type { Conversation } from '@/shared/api/model';
import { isLarge } from '@/shared/chat/conversation-changes';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** The names of a conversation's members; of a large group, those who are not among the members here are asked for. */
export function useNames(conversation: Conversation, senderIds: readonly string[]): Map<string, string> {
  const { api } = useSignedIn();
  const names = new Map(conversation.members.map((member) => [member.userId, member.name]));
  const missing = isLarge(conversation) ? [...new Set(senderIds)].filter((id) => !names.has(id)) : [];
  const users = useQueries({
    queries: missing.map((id) => ({
      queryKey: ['user', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
      staleTime: Infinity,
    })),
  });
  users.forEach(({ data }) => data !== undefined && names.set(data.id, data.name));
  return names;
}
