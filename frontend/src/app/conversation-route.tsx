import { useParams } from 'react-router';
import { ConversationPane } from '@/features/conversation/conversation-pane';
import { useLanguage } from '@/shared/i18n/language';
import { Logo } from '@/shared/ui/logo';
import { Lead, Notice } from '@/shared/ui/notice';

/** A conversation by its link. */
export function ConversationRoute() {
  const { id = '' } = useParams();
  return <ConversationPane key={id} id={id} />;
}

/** What stands beside the list while no conversation is open. */
export function NoConversation() {
  const { texts } = useLanguage();
  return (
    <Notice title={texts.conversations.pick} art={<Logo />}>
      <Lead>{texts.conversations.pickLead}</Lead>
    </Notice>
  );
}
