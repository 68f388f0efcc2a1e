import { queryOptions } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';

const PHOTO = /^\/api\/v1\/(users|conversations)\/([^/?]+)\/avatar(?:\?v=([^&]+))?$/;
/** Links are forgotten this long after nothing shows them any more. */
const KEPT_MS = 60 * 60_000;

/**
 * Where the photo of a user or group can be loaded. One request for each version: the address in the bucket stays good for the
 * browser's cache, which keeps what it has loaded from it, after it has ended for others.
 */
export function photoOptions(api: Api, url: string) {
  return queryOptions({
    queryKey: ['photo', url],
    queryFn: ({ signal }) => {
      const [, owner, id = '', v] = PHOTO.exec(url) ?? [];
      const query = v === undefined ? {} : { v: decodeURIComponent(v) };
      const more = { headers: { accept: 'application/json' }, signal };
      return owner === 'conversations'
        ? answer(
            api.GET('/api/v1/conversations/{conversationId}/avatar', {
              params: { path: { conversationId: decodeURIComponent(id) }, query },
              ...more,
            }),
          )
        : answer(
            api.GET('/api/v1/users/{id}/avatar', {
              params: { path: { id: decodeURIComponent(id) }, query },
              ...more,
            }),
          );
    },
    staleTime: Infinity,
    gcTime: KEPT_MS,
  });
}
