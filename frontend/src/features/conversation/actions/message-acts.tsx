import { Suspense } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import type { OpenConversation } from '../store/open-conversations';
import { EmojiPopover, ForwardDialog, ReactorsDialog, ReceiptsDialog } from '../lazy';
import { DeleteDialog, MessageMenu } from './lazy';
import type { MessageAct } from './message-menu';

/** What lies over the conversation for the sake of messages. */
export interface ActsTarget {
  kind: 'menu' | 'delete' | 'emoji' | 'reactors' | 'forward' | 'receipts';
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
  /** What one wanted is done. */
  onDone: () => void;
}

/** The menu of a message, and the dialogs that its choices open. */
export function MessageActs({
  conversation,
  open,
  target,
  onAct,
  onClose,
  onCloseMenu,
  onDone,
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
      {kind === 'emoji' && (
        <EmojiPopover
          anchor={anchor}
          onClose={onClose}
          onChoose={(emoji) => {
            open.actions.reactions.want(message.id, emoji, true);
            onClose();
          }}
        />
      )}
      {kind === 'reactors' && (
        <ReactorsDialog {...{ conversation, onClose }} finalFocus={anchor} message={now(open, message)} />
      )}
      {kind === 'receipts' && (
        <ReceiptsDialog {...{ conversation, onClose }} finalFocus={anchor} message={now(open, message)} />
      )}
      {kind === 'forward' && (
        <ForwardDialog {...{ conversation, messages, onClose }} finalFocus={anchor} onDone={onDone} />
      )}
      {kind === 'delete' && (
        <DeleteDialog {...{ messages, onClose }} actions={open.actions} onDone={onDone} />
      )}
    </Suspense>
  );
}

/** What it says may have changed since one has opened something over it. */
function now({ store }: OpenConversation, message: Message): Message {
  return store.getSnapshot().messages.find(({ id }) => id === message.id) ?? message;
}
