import { useSyncExternalStore } from 'react';
import type { Message } from '@/shared/api/model';
import { afterChange } from '@/shared/chat/message-changes';
import { useLanguage } from '@/shared/i18n/language';
import { useSignedIn } from '@/shared/signed-in/signed-in';
import { join } from '@/shared/ui/join';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import { useMessageWays } from '../message-ways';
import type { Wanted } from './own-reactions';
import styles from './reaction-chips.module.css';

/** How people have reacted to a message: each emoji with how many; a tap agrees or takes that back. */
export function ReactionChips({ message }: { message: Message }) {
  const { reactions } = useMessageWays();
  const { ownId } = useSignedIn();
  const { texts } = useLanguage();
  const words = texts.reactions;
  const wanted = useSyncExternalStore(reactions.subscribe, () => reactions.of(message.id));
  const shown = withWanted(message, wanted, ownId);
  if (shown.length === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label={words.title}>
      {shown.map(({ emoji, userIds }) => {
        const own = userIds.includes(ownId);
        return (
          <button
            key={emoji}
            type="button"
            aria-pressed={own}
            className={join(styles.chip, own && styles.mine)}
            title={own ? words.withdraw : words.agree}
            onClick={() => {
              reactions.want(message.id, emoji, !own);
            }}
          >
            <span className={styles.emoji}>{emoji}</span>
            <span aria-hidden="true">{userIds.length}</span>
            <VisuallyHidden>{words.count(userIds.length)}</VisuallyHidden>
          </button>
        );
      })}
    </div>
  );
}

function withWanted(message: Message, wanted: Wanted, ownId: string): Message['reactions'] {
  let state = message;
  for (const [emoji, added] of wanted)
    state = afterChange(state, { type: 'reacted', by: ownId, emoji, added });
  return state.reactions;
}
