import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useEffectEvent } from 'react';
import { useLocation, useOutletContext, useParams } from 'react-router';
import { useOwnView } from '@/shared/own-view/use-own-view';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { ConversationPane } from './lazy-chunks';
import type { Dialogs } from './welcome';
import { Welcome } from './welcome';

/** A conversation by its link; a message that was found leads to its place in it. */
export function ConversationRoute() {
  const { id = '' } = useParams();
  const { state, key } = useLocation() as { state: unknown; key: string };
  const seq = seqIn(state);
  return (
    <Suspense>
      <Unmark key={`mark ${id}`} id={id} />
      <ConversationPane key={id} id={id} arrival={seq === undefined ? undefined : { seq, key }} />
    </Suspense>
  );
}

function seqIn(state: unknown): number | undefined {
  const { seq } = (state ?? {}) as { seq?: unknown };
  return typeof seq === 'number' ? seq : undefined;
}

/** Opening a conversation removes its mark as unread. A mark that is set while it is open stays. */
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
