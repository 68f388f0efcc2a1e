import { MenuGroup, MenuItem } from '@ariakit/react';
import { CircleCheckBig, Copy, Forward, Info, Pencil, Plus, Reply, SmilePlus, Trash2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { Conversation, Message } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { join } from '@/shared/ui/join';
import { MenuChoice, PopupMenu } from '@/shared/ui/popup-menu';
import type { OwnReactions } from '../reactions/own-reactions';
import { QUICK } from '../reactions/quick';
import { mayDelete, mayEdit } from './allowed';
import styles from './message-menu.module.css';

/** What a choice leads to that the menu does not do by itself. */
export type MessageAct =
  'reply' | 'copy' | 'edit' | 'delete' | 'emoji' | 'reactors' | 'forward' | 'select' | 'receipts';

interface MessageMenuProps {
  conversation: Conversation;
  message: Message;
  author: string;
  anchor: HTMLElement;
  reactions: OwnReactions;
  onAct: (act: MessageAct) => void;
  onClose: () => void;
}

/** What one may do with a message. */
export function MessageMenu({
  conversation,
  message,
  author,
  anchor,
  reactions,
  onAct,
  onClose,
}: MessageMenuProps) {
  const { ownId } = useSignedIn();
  const { texts, formats } = useLanguage();
  const words = texts.message;
  const wanted = useSyncExternalStore(reactions.subscribe, () => reactions.of(message.id));
  const [now] = useState(Date.now);
  const reacted = (emoji: string) =>
    wanted.get(emoji) ??
    message.reactions.some((each) => each.emoji === emoji && each.userIds.includes(ownId));
  const choose = (act: MessageAct) => () => {
    onAct(act);
  };
  return (
    <PopupMenu label={words.menu(author, formats.time(message.sentAt))} anchor={anchor} onClose={onClose}>
      <MenuGroup aria-label={texts.reactions.title} className={styles.quick}>
        {QUICK.map((emoji) => (
          <MenuItem
            key={emoji}
            className={join(styles.emoji, reacted(emoji) && styles.chosen)}
            aria-label={reacted(emoji) ? texts.reactions.undo(emoji) : texts.reactions.reactWith(emoji)}
            onClick={() => {
              reactions.want(message.id, emoji, !reacted(emoji));
            }}
          >
            <span aria-hidden="true">{emoji}</span>
          </MenuItem>
        ))}
        <MenuItem className={styles.emoji} aria-label={texts.reactions.more} onClick={choose('emoji')}>
          <Plus size={20} aria-hidden="true" />
        </MenuItem>
      </MenuGroup>
      <MenuChoice art={Reply} onChoose={choose('reply')}>
        {words.reply}
      </MenuChoice>
      {message.text !== null && (
        <MenuChoice art={Copy} onChoose={choose('copy')}>
          {words.copy}
        </MenuChoice>
      )}
      {message.reactions.length > 0 && (
        <MenuChoice art={SmilePlus} onChoose={choose('reactors')}>
          {texts.reactions.who}
        </MenuChoice>
      )}
      <MenuChoice art={Forward} onChoose={choose('forward')}>
        {texts.forward.open}
      </MenuChoice>
      <MenuChoice art={CircleCheckBig} onChoose={choose('select')}>
        {texts.selection.one}
      </MenuChoice>
      {message.senderId === ownId && (
        <MenuChoice art={Info} onChoose={choose('receipts')}>
          {texts.receipts.open}
        </MenuChoice>
      )}
      {mayEdit(message, ownId, now) && (
        <MenuChoice art={Pencil} onChoose={choose('edit')}>
          {words.edit}
        </MenuChoice>
      )}
      {mayDelete(message, conversation, ownId) && (
        <MenuChoice danger art={Trash2} onChoose={choose('delete')}>
          {words.delete}
        </MenuChoice>
      )}
    </PopupMenu>
  );
}
