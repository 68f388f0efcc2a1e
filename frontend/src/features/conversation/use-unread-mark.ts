import { useState } from 'react';
import type { Conversation } from '@/shared/api/model';
import { readSeq } from '@/shared/chat/conversation-changes';
import { usePageAttention } from '@/shared/ui/use-page-attention';

/**
 * Where what one has not read yet begins: the number after which it does. It stays while one reads, so that the line does
 * not run away, and begins anew when something comes in while nobody looks at the end.
 */
export function useUnreadMark(conversation: Conversation, ownId: string, atEnd: boolean) {
  const looking = usePageAttention() && atEnd;
  const { unread } = conversation;
  const [mark, setMark] = useState(() => (unread > 0 ? readSeq(conversation, ownId) : undefined));
  const [before, setBefore] = useState(unread);
  if (before !== unread) {
    setBefore(unread);
    if (before === 0 && !looking) setMark(readSeq(conversation, ownId));
  }
  const clear = () => {
    setMark(undefined);
  };
  return { mark, clear };
}
