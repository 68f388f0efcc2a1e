import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useEffectEvent } from 'react';
import { useOutletContext, useParams } from 'react-router';
import { useOwnView } from '@/shared/own-view/use-own-view';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { ConversationPane } from './later-parts';
import type { Dialogs } from './welcome';
import { Welcome } from './welcome';

/** A conversation by its link. */
export function ConversationRoute() {
  const { id = '' } = useParams();
  return (
    <Suspense>
      <Unmark key={`mark ${id}`} id={id} />
      <ConversationPane key={id} id={id} />
    </Suspense>
  );
}

/** Whoever opens a conversation has seen that it was marked as unread. A mark that is set while it is open stays. */
function Unmark({ id }: { id: string }) {
  const { conversations } = useSignedIn();
  const { data } = useQuery(conversations.oneOptions(id));
  const change = useOwnView();
  const known = data !== undefined;
  const open = useEffectEvent(() => {
    if (data?.mine.markedUnread === true) void change(id, { markedUnread: false });
  });
  useEffect(() => {
    if (known) open();
  }, [known]);
  return null;
}

/** What stands beside the list while no conversation is open. */
export function NoConversation() {
  return <Welcome {...useOutletContext<Dialogs>()} />;
}
