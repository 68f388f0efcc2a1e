import { queryOptions } from '@tanstack/react-query';
import type { Api } from '@/shared/api/api';
import { answer } from '@/shared/api/api';
import type { AttachmentKind } from '@/shared/chat/attachments';

/** Links are renewed this long before they end, so that none ends while it is followed. */
const MARGIN_MS = 30_000;

/** Where an attachment can be read, for as long as the link is good. */
export function linkOptions(api: Api, kind: AttachmentKind, id: string) {
  return queryOptions({
    queryKey: [kind, id],
    queryFn: ({ signal }) => linkTo(api, kind, id, signal),
    staleTime: ({ state }) =>
      state.data === undefined
        ? 0
        : Math.max(0, Date.parse(state.data.expiresAt) - state.dataUpdatedAt - MARGIN_MS),
  });
}

export function linkTo(api: Api, kind: AttachmentKind, id: string, signal?: AbortSignal) {
  const more = { headers: { accept: 'application/json' as const }, ...(signal && { signal }) };
  switch (kind) {
    case 'image':
      return answer(api.GET('/api/v1/images/{imageId}', { params: { path: { imageId: id } }, ...more }));
    case 'file':
      return answer(api.GET('/api/v1/files/{fileId}', { params: { path: { fileId: id } }, ...more }));
    case 'voice':
      return answer(api.GET('/api/v1/voice/{voiceId}', { params: { path: { voiceId: id } }, ...more }));
  }
}
