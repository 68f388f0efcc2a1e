import { Suspense } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import type { OpenConversation } from '../open-conversations';
import { DeleteDialog, MessageMenu } from './lazy';
import type { MessageAct } from './message-menu';

/** What lies over the conversation for the sake of messages. */
export interface ActsTarget {
  kind: 'menu' | 'delete';
  messages: readonly Message[];
  anchor: HTMLElement;
}

interface MessageActsProps {
  conversation: Conversation;
  open: OpenConversation;
  target: ActsTarget | undefined;
  onAct: (act: MessageAct, message: Message, anchor: HTMLElement) => void;
  onClose: () => void;
  onCloseMenu: () => void;
  onDeleted: () => void;
}

/** The menu of a message, and the dialogs that its choices open. */
export function MessageActs({
  conversation,
  open,
  target,
  onAct,
  onClose,
  onCloseMenu,
  onDeleted,
}: MessageActsProps) {
  if (target === undefined) return null;
  const { kind, messages, anchor } = target;
  const [message] = messages;
  if (message === undefined) return null;
  return (
    <Suspense>
      {kind === 'menu' && (
        <MessageMenu
          {...{ conversation, message, anchor }}
          onClose={onCloseMenu}
          author={anchor.closest<HTMLElement>('[data-message]')?.dataset['author'] ?? ''}
          reactions={open.actions.reactions}
          onAct={(act) => {
            onAct(act, message, anchor);
          }}
        />
      )}
      {kind === 'delete' && (
        <DeleteDialog {...{ messages, onClose }} actions={open.actions} onDone={onDeleted} />
      )}
    </Suspense>
  );
}
