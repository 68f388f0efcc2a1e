import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { User } from '@/shared/api/model';
import { useSignedIn } from '@/shared/signed-in/signed-in';

const PAGE = 100;
/** As many as the server allows one person to block. */
const MOST_PAGES = 5;

async function fetchBlocks(api: Api, signal: AbortSignal): Promise<User[]> {
  const blocked: User[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query: { limit: number; after?: string } = { limit: PAGE, ...(after !== null && { after }) };
    const fetched: { items: User[]; next: string | null } = await answer(
      api.GET('/api/v1/users/me/blocks', { params: { query }, signal }),
    );
    blocked.push(...fetched.items);
    after = fetched.next;
    if (after === null) break;
  }
  return blocked;
}

/** Whom one has blocked, the last one first. */
export function useBlocks() {
  const { api } = useSignedIn();
  return useQuery({
    queryKey: ['blocks'],
    queryFn: ({ signal }) => fetchBlocks(api, signal),
    // Another device may have changed it.
    staleTime: 0,
  });
}

/** Blocks a person, or ends it. */
export function useBlock(userId: string) {
  const { api, conversations } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (blocked: boolean) => {
      const params = { path: { userId } };
      await answer(
        blocked
          ? api.PUT('/api/v1/users/me/blocks/{userId}', { params })
          : api.DELETE('/api/v1/users/me/blocks/{userId}', { params }),
      );
    },
    onSuccess: () => {
      // What one sees of the other has changed with it.
      void conversations.resync();
      return queries.invalidateQueries({ queryKey: ['blocks'] });
    },
  });
}
