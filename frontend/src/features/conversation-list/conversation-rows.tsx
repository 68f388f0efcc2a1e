import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { lazy, Suspense, useCallback, useLayoutEffect, useState } from 'react';
import type { Conversation } from '@/shared/api/model';
import { faceOf } from '@/shared/chat/conversation-names';
import { tagOf } from '@/shared/chat/namesakes';
import { useNamesakes } from '@/shared/chat/use-namesakes';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { Button } from '@/shared/ui/button';
import { useNow } from '@/shared/ui/use-now';
import { useWhenNear } from '@/shared/ui/use-when-near';
import styles from './conversation-list.module.css';
import { ConversationRow } from './conversation-row';
import { useRowKeys } from './use-row-keys';

const RowMenu = lazy(async () => ({ default: (await import('./row-menu')).RowMenu }));

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
  /** What stands below them. */
  children?: ReactNode;
}

function tagIn(namesakes: ReadonlySet<string>, id: string): string | undefined {
  return namesakes.has(id) ? tagOf(id) : undefined;
}

/** Conversations one below the other, drawn as far as they are to be seen; further ones are loaded as one scrolls down. */
export function ConversationRows({ conversations, fetched, more, onMore, children }: ConversationRowsProps) {
  const { ownId } = useSignedIn();
  const { texts } = useLanguage();
  const words = texts.conversations;
  const now = useNow();
  const namesakes = useNamesakes();
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
  const [menu, setMenu] = useState<{ id: string; button: HTMLElement }>();
  const openMenu = useCallback((id: string, button: HTMLElement) => {
    setMenu({ id, button });
  }, []);
  const onKeyDown = useRowKeys(virtualizer.scrollToIndex, conversations.length);
  const end = useWhenNear(scroller, more === 'more', onMore);
  useLayoutEffect(() => {
    end.current?.style.setProperty('top', `${fetched * ROW_PX}px`);
  }, [end, fetched]);
  return (
    <div className={styles.scroller} ref={setScroller}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its links have the focus */}
      <nav aria-label={words.title} className={styles.list} onKeyDown={onKeyDown}>
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
                  tag={tagIn(namesakes, faceOf(conversation, ownId))}
                  onMenu={openMenu}
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
      {children}
      <Suspense>
        {menu !== undefined && (
          <RowMenu
            key={menu.id}
            {...menu}
            onClose={() => {
              setMenu(undefined);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
