import { useEffect, useEffectEvent } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import { readSeq } from '@/shared/chat/conversation-changes';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { usePageAttention } from '@/shared/ui/use-page-attention';
import type { ReadMarker } from './read-marker';
import type { MessageRows } from './use-message-rows';

/** Marks a conversation read up to the last message on screen, while somebody is looking at it. */
export function useMarkRead(
  conversation: Conversation,
  messages: readonly Message[],
  { scroller, indexes }: Pick<MessageRows, 'scroller' | 'indexes'>,
  reading: ReadMarker,
) {
  const { ownId, conversations } = useSignedIn();
  const attention = usePageAttention();
  const mark = useEffectEvent(() => {
    const before = readSeq(conversation, ownId);
    // Looking at what is on screen costs a layout.
    if (scroller === null || before >= conversation.lastSeq) return;
    const seq = Math.min(lastOnScreen(scroller), conversation.lastSeq);
    if (seq <= before) return;
    reading.mark(seq);
    conversations.read(conversation.id, ownId, seq, leftAfter(conversation, messages, ownId, seq));
  });
  const drawnTo = indexes.at(-1);
  useEffect(() => {
    if (!attention || scroller === null) return;
    mark();
    let frame = 0;
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    };
    scroller.addEventListener('scroll', onScroll);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      // On a page that is gone everything has the place 0, and so would count as seen.
      cancelAnimationFrame(frame);
    };
  }, [attention, scroller, messages, drawnTo, conversation.lastSeq]);
}

/** How much stays unread after `seq`; undefined when what was unread before it is not all here to be counted. */
function leftAfter(
  conversation: Conversation,
  messages: readonly Message[],
  ownId: string,
  seq: number,
): number | undefined {
  const before = readSeq(conversation, ownId);
  const [first] = messages;
  if (first === undefined || first.seq > before + 1) return undefined;
  const read = messages.filter(
    (message) => message.seq > before && message.seq <= seq && message.senderId !== ownId,
  );
  return Math.max(0, conversation.unread - read.length);
}

/** The number of the lowest message of which at least half is to be seen; 0 when there is none. */
function lastOnScreen(scroller: HTMLElement): number {
  const { bottom } = scroller.getBoundingClientRect();
  const drawn = [...scroller.querySelectorAll<HTMLElement>('[data-seq]')];
  const shown = drawn.findLast((element) => {
    const box = element.getBoundingClientRect();
    return (box.top + box.bottom) / 2 <= bottom;
  });
  return Number(shown?.dataset['seq'] ?? 0);
}
