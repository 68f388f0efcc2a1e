import { useRef, useState } from 'react';
import { answer } from '@/shared/api/api';
import type { Message } from '@/shared/api/model';
import { retrying } from '@/shared/api/retrying';
import { inWords } from '@/shared/chat/mentions';
import { useSignedIn } from '@/shared/signed-in/signed-in';

export type Progress = 'sending' | 'sent' | { failed: unknown };

/** Sends messages on, to several conversations at once; in each, one after the other. What has arrived is not sent again. */
export function useForward(messages: readonly Message[], nameOf: (userId: string) => string | undefined) {
  const { api } = useSignedIn();
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map());
  /** The same ones for another try, which the server knows by them. */
  const ids = useRef(new Map<string, string>());
  const note = (id: string, state: Progress) => {
    setProgress((before) => new Map(before).set(id, state));
  };
  const sendTo = async (conversationId: string): Promise<boolean> => {
    note(conversationId, 'sending');
    try {
      for (const message of messages) {
        const key = `${conversationId} ${message.id}`;
        const clientMessageId = ids.current.get(key) ?? crypto.randomUUID();
        ids.current.set(key, clientMessageId);
        const body = { clientMessageId, ...contentOf(message, nameOf) };
        const params = { path: { conversationId } };
        await retrying(() =>
          answer<Message>(api.POST('/api/v1/conversations/{conversationId}/messages', { params, body })),
        );
      }
      note(conversationId, 'sent');
      return true;
    } catch (reason) {
      note(conversationId, { failed: reason });
      return false;
    }
  };
  return {
    progress,
    /** Answers whether all have all. */
    forward: async (targets: readonly string[]): Promise<boolean> => {
      const left = targets.filter((id) => progress.get(id) !== 'sent');
      return (await Promise.all(left.map(sendTo))).every(Boolean);
    },
  };
}

/** Members of another conversation are not mentioned: their names are. */
function contentOf({ text, image, file, voice }: Message, nameOf: (userId: string) => string | undefined) {
  return {
    ...(text !== null && { text: inWords(text, nameOf) }),
    ...(image && { imageId: image.id }),
    ...(file && { fileId: file.id }),
    ...(voice && { voiceId: voice.id }),
  };
}
