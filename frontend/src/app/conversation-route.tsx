import { Suspense } from 'react';
import { useParams } from 'react-router';
import { useLanguage } from '@/shared/i18n/language';
import { Logo } from '@/shared/ui/logo';
import { Lead, Notice } from '@/shared/ui/notice';
import { ConversationPane } from './later-parts';

/** A conversation by its link. */
export function ConversationRoute() {
  const { id = '' } = useParams();
  return (
    <Suspense>
      <ConversationPane key={id} id={id} />
    </Suspense>
  );
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
