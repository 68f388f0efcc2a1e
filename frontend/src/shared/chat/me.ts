import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Me } from '@/shared/api/model';

export function meOptions(api: Api) {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => answer<Me>(api.GET('/api/v1/users/me', { signal })),
  });
}

/** The signed-in user has changed, by this tab's doing or another's. */
export function changeMe(queries: QueryClient, change: Partial<Me>) {
  queries.setQueryData<Me>(['me'], (me) => me && { ...me, ...change });
}
