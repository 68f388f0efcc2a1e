import { useEffect } from 'react';
import type { Conversation } from '@/shared/api/model';
import { readSeq } from '@/shared/chat/conversation-changes';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { usePageAttention } from '@/shared/ui/use-page-attention';
import type { ReadMarker } from './read-marker';

/** Marks a conversation read up to `lastSeq` as soon as somebody is looking at its end. */
export function useMarkRead(
  conversation: Conversation,
  lastSeq: number,
  atEnd: boolean,
  reading: ReadMarker,
) {
  const { ownId, conversations } = useSignedIn();
  const attention = usePageAttention();
  const seq = Math.min(lastSeq, conversation.lastSeq);
  const due = attention && atEnd && seq > readSeq(conversation, ownId);
  useEffect(() => {
    if (!due) return;
    reading.mark(seq);
    conversations.read(conversation.id, ownId, seq);
  }, [due, seq, conversation.id, ownId, conversations, reading]);
}
