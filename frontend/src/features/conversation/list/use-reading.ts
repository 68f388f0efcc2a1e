import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '@/shared/api/model';
import { readSeq } from '@/shared/chat/conversation-changes';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { usePageAttention } from '@/shared/ui/use-page-attention';
import type { ConversationSnapshot } from '../store/conversation-store';
import { holds } from '../album/albums';
import { isAbove, seqsOnScreen } from './on-screen';
import type { OpenConversation } from '../store/open-conversations';
import { Reading } from './reading';
import { settle, useResize } from '../store/settle';
import type { Row } from './timeline-rows';
import { itemsOf } from './timeline-rows';
import type { MessageRows } from './use-message-rows';

/** Joins the list on screen with how far one has read: where one comes in, what counts as seen, and how far the end is followed. */
export function useReading(
  conversation: Conversation,
  open: OpenConversation,
  snapshot: ConversationSnapshot,
  rows: readonly Row[],
  drawn: MessageRows,
) {
  const { ownId, conversations } = useSignedIn();
  const attention = usePageAttention();
  const [reading] = useState(
    () =>
      new Reading(ownId, (seq, count) => {
        open.reading.mark(seq);
        const unread = conversations.get(conversation.id)?.unread;
        const left = unread === undefined || count === undefined ? undefined : Math.max(0, unread - count);
        conversations.read(conversation.id, ownId, seq, left);
      }),
  );
  const { phase, divider, firstUnseen } = useSyncExternalStore(reading.subscribe, reading.getSnapshot);
  const { scroller, jumpTo, atEnd } = drawn;
  const following = attention && atEnd;
  const { messages, settled, older, newer } = snapshot;
  const ready = snapshot.phase === 'ready';
  const read = Math.max(readSeq(conversation, ownId), snapshot.readSeq);

  useLayoutEffect(() => {
    const [reachesStart, reachesEnd] = [older === 'none', newer === 'none'];
    reading.update({ ready, messages, settled, reachesStart, reachesEnd, readSeq: read }, following);
  }, [reading, ready, messages, settled, older, newer, read, following]);

  // As they are when the list settles, some frames later.
  const latest = useRef({ rows, jumpTo });
  useLayoutEffect(() => {
    latest.current = { rows, jumpTo };
  }, [rows, jumpTo]);
  const rowOf = (seq: number) => latest.current.rows.findIndex((row) => holds(row, seq));
  const jump = (seq: number | undefined) => {
    latest.current.jumpTo(seq === undefined ? -1 : rowOf(seq));
  };
  const letGo = useRef<() => void>(() => undefined);
  /** Goes where one reads on: to what one has not seen, or else to the end. What was left behind further up is left there. */
  const settleThere = (done?: () => void) => {
    letGo.current();
    if (scroller === null) return;
    // That one, also when it has been seen meanwhile.
    const { firstUnseen: seq } = reading.getSnapshot();
    const left = seq !== undefined && phase === 'reading' && isAbove(scroller, rowOf(seq), seq);
    letGo.current = settle(
      scroller,
      () => {
        jump(left ? undefined : seq);
      },
      done,
    );
  };
  const begin = useEffectEvent(() => {
    settleThere(() => {
      reading.placed();
    });
  });
  useLayoutEffect(() => {
    if (scroller !== null && phase !== 'reading') begin();
  }, [scroller, phase]);
  useEffect(
    () => () => {
      letGo.current();
    },
    [],
  );

  // At the end one stays there, whatever comes in below or takes away room.
  const stay = () => {
    if (atEnd && phase === 'reading') settleThere();
  };
  const follow = useEffectEvent(stay);
  const last = itemsOf(rows.at(-1)).at(-1)?.key ?? rows.at(-1)?.item.key;
  useLayoutEffect(() => {
    follow();
  }, [last]);
  useResize(scroller, () => {
    stay();
    // With more room the end may come on screen without a scroll.
    drawn.onScroll();
  });

  const counting = attention && phase === 'reading' && firstUnseen !== undefined;
  useLook(scroller, counting, [messages, drawn.indexes.at(-1), phase], (seqs) => {
    reading.look(seqs);
  });
  return {
    divider,
    firstUnseen,
    answered: () => {
      reading.answered();
    },
    /** Goes to the message of a number, which is loaded; what one passes by is not read. */
    toSeq: (seq: number) => {
      letGo.current();
      if (scroller === null) return;
      letGo.current = settle(
        scroller,
        () => {
          latest.current.jumpTo(rowOf(seq), 'center');
        },
        () => {
          reading.placed();
        },
      );
    },
    /** Goes to the end, and counts what lies between as read when that is what one chose. */
    toEnd: ({ skip }: { skip: boolean }) => {
      letGo.current();
      if (skip) reading.skip();
      if (scroller === null) return;
      // One may write, or ask for the end, before the list has found its place.
      letGo.current = settle(
        scroller,
        () => {
          jump(undefined);
        },
        () => {
          reading.placed();
        },
      );
    },
  };
}

/** Calls back with what is on screen: now, when `changes` do, and whenever the list is scrolled or its room changes. */
function useLook(
  scroller: HTMLElement | null,
  active: boolean,
  changes: readonly unknown[],
  see: (seqs: readonly number[]) => void,
) {
  const look = useEffectEvent(() => {
    if (active && scroller !== null) see(seqsOnScreen(scroller));
  });
  useEffect(() => {
    if (!active || scroller === null) return;
    let frame = requestAnimationFrame(look);
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const { visualViewport } = globalThis as { visualViewport?: VisualViewport | null };
    scroller.addEventListener('scroll', soon);
    visualViewport?.addEventListener('resize', soon);
    const room = new ResizeObserver(soon);
    room.observe(scroller);
    return () => {
      cancelAnimationFrame(frame);
      room.disconnect();
      scroller.removeEventListener('scroll', soon);
      visualViewport?.removeEventListener('resize', soon);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what changes is looked at anew
  }, [active, scroller, ...changes]);
}
