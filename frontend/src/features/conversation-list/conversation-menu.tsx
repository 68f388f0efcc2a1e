import { Archive, ArchiveRestore, Bell, BellOff, Mail, MailOpen, Pin, PinOff } from 'lucide-react';
import { answer } from '@/shared/api/api';
import type { Conversation } from '@/shared/api/model';
import { titleOf } from '@/shared/chat/conversation-names';
import { useLanguage } from '@/shared/i18n/language';
import { problemText } from '@/shared/i18n/problem-text';
import { isMuted, isUnread } from '@/shared/own-view/muted';
import { useOwnView } from '@/shared/own-view/use-own-view';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { MenuChoice, PopupMenu } from '@/shared/ui/popup-menu';

interface ConversationMenuProps {
  conversation: Conversation;
  anchor: HTMLElement;
  onClose: () => void;
  onMute: () => void;
}

/** What one may do with a conversation in the list. */
export function ConversationMenu({ conversation, anchor, onClose, onMute }: ConversationMenuProps) {
  const { ownId, api, conversations, toasts } = useSignedIn();
  const language = useLanguage();
  const { texts } = language;
  const words = texts.ownView;
  const change = useOwnView();
  const { id, mine, lastSeq } = conversation;
  const name = titleOf(conversation, ownId) ?? texts.conversations.unnamed;
  const muted = isMuted(conversation);
  const see = (view: Partial<Conversation['mine']>) => () => void change(id, view);
  const markRead = async () => {
    try {
      const params = { path: { conversationId: id } };
      await answer(
        api.PUT('/api/v1/conversations/{conversationId}/read', { params, body: { seq: lastSeq } }),
      );
      conversations.read(id, ownId, lastSeq, 0);
    } catch (reason) {
      toasts.fail(`${words.failed} ${problemText(reason, language)}`);
    }
  };
  return (
    <PopupMenu label={words.menu(name)} anchor={anchor} onClose={onClose}>
      {isUnread(conversation) ? (
        <MenuChoice art={MailOpen} onChoose={() => void markRead()}>
          {words.markRead}
        </MenuChoice>
      ) : (
        <MenuChoice art={Mail} onChoose={see({ markedUnread: true })}>
          {words.markUnread}
        </MenuChoice>
      )}
      {!mine.archived && (
        <MenuChoice art={mine.pinned ? PinOff : Pin} onChoose={see({ pinned: !mine.pinned })}>
          {mine.pinned ? words.unpin : words.pin}
        </MenuChoice>
      )}
      <MenuChoice
        art={muted ? Bell : BellOff}
        stays={!muted}
        onChoose={muted ? see({ mutedUntil: null }) : onMute}
      >
        {muted ? words.unmute : words.mute}
      </MenuChoice>
      <MenuChoice art={mine.archived ? ArchiveRestore : Archive} onChoose={see({ archived: !mine.archived })}>
        {mine.archived ? words.unarchive : words.archive}
      </MenuChoice>
    </PopupMenu>
  );
}
