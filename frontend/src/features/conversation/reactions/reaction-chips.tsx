import { useSyncExternalStore } from 'react';
import type { Message } from '@/shared/api/model';
import { afterChange } from '@/shared/chat/message-changes';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { join } from '@/shared/ui/join';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import { useLongPress } from '@/shared/ui/use-long-press';
import { useMessageWays, useNameOf } from '../message/message-ways';
import type { Wanted } from './own-reactions';
import styles from './reaction-chips.module.css';

/** The title of a chip names so many people. */
const MOST_NAMED = 10;

/** How people have reacted to a message: each emoji with how many; a tap agrees or takes that back. */
export function ReactionChips({ message }: { message: Message }) {
  const { reactions } = useMessageWays();
  const { ownId } = useSignedIn();
  const words = useLanguage().texts.reactions;
  const wanted = useSyncExternalStore(reactions.subscribe, () => reactions.of(message.id));
  const shown = withWanted(message, wanted, ownId);
  if (shown.length === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label={words.title}>
      {shown.map((reaction) => (
        <Chip key={reaction.emoji} message={message} reaction={reaction} />
      ))}
    </div>
  );
}

interface ChipProps {
  message: Message;
  reaction: Message['reactions'][number];
}

/** One emoji. Pointed at it says who; a long press, a right click or the menu key shows all who have reacted. */
function Chip({ message, reaction: { emoji, userIds } }: ChipProps) {
  const { reactions, openReactors } = useMessageWays();
  const { ownId } = useSignedIn();
  const words = useLanguage().texts.reactions;
  const who = useWho(userIds);
  const press = useLongPress((chip) => {
    openReactors(message, chip);
  });
  const own = userIds.includes(ownId);
  return (
    <button
      type="button"
      aria-pressed={own}
      className={join(styles.chip, own && styles.mine)}
      title={`${who}\n${own ? words.withdraw : words.agree}`}
      {...press}
      onClick={() => {
        reactions.want(message.id, emoji, !own);
      }}
    >
      <span className={styles.emoji}>{emoji}</span>
      <span aria-hidden="true">{userIds.length}</span>
      <VisuallyHidden>{words.count(userIds.length)}</VisuallyHidden>
    </button>
  );
}

/** The names of some people, as far as they are known here, and how many there are besides. */
function useWho(userIds: readonly string[]): string {
  const { ownId } = useSignedIn();
  const { texts, formats } = useLanguage();
  const nameOf = useNameOf();
  const names = userIds.flatMap((id) => (id === ownId ? texts.conversations.you : (nameOf(id) ?? [])));
  const shown = names.slice(0, MOST_NAMED);
  const more = userIds.length - shown.length;
  return formats.list(more > 0 ? [...shown, texts.reactions.others(more)] : shown);
}

function withWanted(message: Message, wanted: Wanted, ownId: string): Message['reactions'] {
  let state = message;
  for (const [emoji, added] of wanted)
    state = afterChange(state, { type: 'reacted', by: ownId, emoji, added });
  return state.reactions;
}
