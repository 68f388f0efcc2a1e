import { useQueries } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import type { Conversation } from '@/shared/api/model';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** The names and photos of people in a conversation; those who are not among the members here, of a large group or who have left, are asked for. */
export function useNames(conversation: Conversation, senderIds: readonly string[]) {
  const { api } = useSignedIn();
  const names = new Map(conversation.members.map((member) => [member.userId, member.name]));
  const photos = new Map(conversation.members.map((member) => [member.userId, member.avatar?.url]));
  const missing = [...new Set(senderIds)].filter((id) => !names.has(id));
  const users = useQueries({
    queries: missing.map((id) => ({
      queryKey: ['user', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
      staleTime: Infinity,
    })),
  });
  users.forEach(({ data }) => {
    if (data === undefined) return;
    names.set(data.id, data.name);
    photos.set(data.id, data.avatar?.url);
  });
  return { names, photos };
}
