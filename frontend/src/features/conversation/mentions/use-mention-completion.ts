import type { KeyboardEvent, RefObject } from 'react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Conversation, Member } from '@/shared/api/model';
import { fold } from '@/shared/text/fold';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { useMembers } from './use-members';

const MOST_SHOWN = 6;
/** What is being written of a name, up to the cursor. */
const BEGUN = /(?:^|[^\p{L}\p{N}\p{M}_])@([^@\n]{0,50})$/u;

/** Completes the name of a member behind an @ that one writes in a group. */
export function useMentionCompletion(
  conversation: Conversation,
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
) {
  const { ownId } = useSignedIn();
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  /** Where the @ stands that one wants no name for. */
  const [dismissed, setDismissed] = useState<number>();
  const caretNext = useRef<number>(undefined);
  const begun = conversation.kind === 'group' ? BEGUN.exec(text.slice(0, caret))?.[1] : undefined;
  const from = caret - (begun?.length ?? 0) - 1;
  const members = useMembers(conversation, begun !== undefined);
  const shown = begun === undefined || from === dismissed ? [] : matching(members, ownId, begun);
  const active = Math.min(at, shown.length - 1);

  useLayoutEffect(() => {
    if (caretNext.current === undefined) return;
    field.current?.setSelectionRange(caretNext.current, caretNext.current);
    caretNext.current = undefined;
  });

  const choose = ({ name }: Member) => {
    const before = `${text.slice(0, from)}@${name} `;
    caretNext.current = before.length;
    setCaret(before.length);
    setDismissed(from);
    setAt(0);
    write(before + text.slice(caret).replace(/^ /, ''));
    field.current?.focus();
  };
  return {
    members,
    shown,
    active,
    listId,
    choose,
    /** Takes the position of the cursor. */
    move: () => {
      const now = field.current?.selectionStart ?? 0;
      setCaret(now);
      if (dismissed !== undefined && text[dismissed] !== '@') setDismissed(undefined);
    },
    /** Whether a key was for the list. */
    onKeyDown: (event: KeyboardEvent): boolean => {
      const member = shown[active];
      if (member === undefined) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : shown.length - 1;
        setAt((active + step) % shown.length);
      } else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') choose(member);
      else if (event.key === 'Escape') setDismissed(from);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** Those with a word of whose name a text begins; whose whole name does, first. */
function matching(members: readonly Member[], ownId: string, begun: string): Member[] {
  const sought = fold(begun);
  const others = members.filter(({ userId }) => userId !== ownId);
  const whole = others.filter(({ name }) => fold(name).startsWith(sought));
  const within = others.filter(
    (member) => !whole.includes(member) && fold(member.name).includes(` ${sought}`),
  );
  return [...whole, ...within].slice(0, MOST_SHOWN);
}
