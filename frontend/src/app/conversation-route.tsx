import { Suspense } from 'react';
import { useOutletContext, useParams } from 'react-router';
import { ConversationPane } from './later-parts';
import type { Dialogs } from './welcome';
import { Welcome } from './welcome';

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
  return <Welcome {...useOutletContext<Dialogs>()} />;
}
