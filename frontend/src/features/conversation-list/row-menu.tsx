import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { MuteDialog } from '@/shared/own-view/mute-dialog';
import { useOwnView } from '@/shared/own-view/use-own-view';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { ConversationMenu } from './conversation-menu';

interface RowMenuProps {
  id: string;
  button: HTMLElement;
  onClose: () => void;
}

/** The menu of a row, and the dialog that one of its choices opens. */
export function RowMenu({ id, button, onClose }: RowMenuProps) {
  const { conversations } = useSignedIn();
  const { data: conversation } = useQuery(conversations.oneOptions(id));
  const [muting, setMuting] = useState(false);
  const change = useOwnView();
  if (conversation === undefined) return null;
  return muting ? (
    <MuteDialog opener={button} onClose={onClose} onMute={(mutedUntil) => void change(id, { mutedUntil })} />
  ) : (
    <ConversationMenu
      conversation={conversation}
      anchor={button}
      onClose={onClose}
      onMute={() => {
        setMuting(true);
      }}
    />
  );
}
