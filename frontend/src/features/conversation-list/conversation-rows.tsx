import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useState } from 'react';
import type { Conversation } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { useNow } from '@/shared/ui/use-now';
import { useWhenNear } from '@/shared/ui/use-when-near';
import styles from './conversation-list.module.css';
import { ConversationRow } from './conversation-row';

/** A name and a line; rows are measured once they are drawn. */
const ROW_PX = 69;
/** Drawn beyond the edges, so that what one scrolls or tabs to is there. */
const BEYOND = 8;

interface ConversationRowsProps {
  conversations: readonly Conversation[];
  /** How many of them are not from before: the others are fetched again as one comes to them. */
  fetched: number;
  /** Whether there are others on the server, and what has become of them. */
  more: 'none' | 'more' | 'loading' | 'failed';
  onMore: () => void;
}

/** Conversations one below the other, drawn as far as they are to be seen; further ones are loaded as one scrolls down. */
export function ConversationRows({ conversations, fetched, more, onMore }: ConversationRowsProps) {
  const { ownId } = useSignedIn();
  const { texts } = useLanguage();
  const words = texts.conversations;
  const now = useNow();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  // The same one while the list is the same: with another one all places are worked out anew.
  const getItemKey = useCallback((index: number) => conversations[index]?.id ?? index, [conversations]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is read where it is made
  const virtualizer = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => scroller,
    getItemKey,
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
    directDomUpdates: true,
    // Moved by a transform every row would be a layer of its own, to be put together anew with every frame.
    directDomUpdatesMode: 'position',
  });
  const { containerRef: setHolder, measureElement: measure } = virtualizer;
  const end = useWhenNear(scroller, more === 'more', onMore);
  useLayoutEffect(() => {
    end.current?.style.setProperty('top', `${fetched * ROW_PX}px`);
  }, [end, fetched]);
  return (
    <div className={styles.scroller} ref={setScroller}>
      <nav aria-label={words.title} className={styles.list}>
        <ul className={styles.rows} ref={setHolder}>
          {virtualizer.getVirtualItems().map(({ index }) => {
            const conversation = conversations[index];
            return (
              conversation !== undefined && (
                <ConversationRow
                  key={conversation.id}
                  index={index}
                  measure={measure}
                  conversation={conversation}
                  ownId={ownId}
                  now={now}
                />
              )
            );
          })}
        </ul>
        {/* Beside all that is not fetched: more is, when that comes near. */}
        <div ref={end} className={styles.further} />
      </nav>
      <div className={styles.more} hidden={more === 'none'}>
        {more === 'failed' ? (
          <>
            <p role="status">{words.moreFailed}</p>
            <Button look="quiet" onClick={onMore}>
              {texts.app.tryAgain}
            </Button>
          </>
        ) : (
          words.more
        )}
      </div>
    </div>
  );
}
