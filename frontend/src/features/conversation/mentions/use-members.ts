import { useQuery } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Conversation, Member } from '@/shared/api/model';
import { isLarge } from '@/shared/chat/conversation-changes';
import { useSignedIn } from '@/shared/signed-in/signed-in';

const PAGE = 100;
/** A group has at most 1,000 members. */
const MOST_PAGES = 10;

/** Whom one can mention in a group: all members, of a large one as soon as they are wanted. */
export function useMembers(conversation: Conversation, wanted: boolean): readonly Member[] {
  const { api } = useSignedIn();
  const { id, members } = conversation;
  const { data } = useQuery({
    queryKey: ['all-members', id],
    queryFn: ({ signal }) => allMembers(api, id, signal),
    enabled: wanted && isLarge(conversation),
    staleTime: 60_000,
  });
  return data ?? members;
}

async function allMembers(api: Api, conversationId: string, signal: AbortSignal): Promise<Member[]> {
  const members: Member[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query: { limit: number; after?: string } =
      after === null ? { limit: PAGE } : { limit: PAGE, after };
    const params = { path: { conversationId }, query };
    const fetched = await answer(
      api.GET('/api/v1/conversations/{conversationId}/members', { params, signal }),
    );
    members.push(...fetched.items);
    after = fetched.next;
    if (after === null) break;
  }
  return members;
}
