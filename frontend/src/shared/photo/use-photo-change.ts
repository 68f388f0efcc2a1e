import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer } from '@/shared/api/api';
import type { Conversation, Me } from '@/shared/api/model';
import { changeMe } from '@/shared/chat/me';
import { useSignedIn } from '@/shared/signed-in/signed-in';

/** Stores a photo, or removes it: null. */
export type PhotoChange = UseMutationResult<unknown, Error, Blob | null>;

/** A photo as the body of a request. */
const bodyOf = (photo: Blob) => ({
  // The document says binary, which the types take for a string.
  body: photo as unknown as string,
  bodySerializer: (body: unknown) => body as Blob,
  headers: { 'content-type': photo.type },
});

/** Changes one's own photo. */
export function useOwnPhoto(): PhotoChange {
  const { api, conversations } = useSignedIn();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (photo: Blob | null) => {
      if (photo !== null) return answer<Me>(api.PUT('/api/v1/users/me/avatar', bodyOf(photo)));
      await answer(api.DELETE('/api/v1/users/me/avatar'));
      return answer<Me>(api.GET('/api/v1/users/me'));
    },
    onSuccess: (me) => {
      changeMe(queries, me);
      conversations.rename(me);
    },
  });
}

/** Changes the photo of a group. */
export function useGroupPhoto(conversationId: string): PhotoChange {
  const { api, conversations } = useSignedIn();
  const params = { path: { conversationId } };
  return useMutation({
    mutationFn: async (photo: Blob | null) => {
      const call = '/api/v1/conversations/{conversationId}/avatar';
      if (photo !== null)
        conversations.put(await answer<Conversation>(api.PUT(call, { params, ...bodyOf(photo) })));
      else {
        await answer(api.DELETE(call, { params }));
        await conversations.refresh(conversationId);
      }
    },
  });
}
