import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { Me } from '@/shared/api/model';

export function meOptions(api: Api) {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/users/me', { signal })),
  });
}

/** The signed-in user has another name now, by this tab's doing or another's. */
export function renameMe(queries: QueryClient, name: string) {
  queries.setQueryData<Me>(['me'], (me) => (me === undefined ? undefined : { ...me, name }));
}
