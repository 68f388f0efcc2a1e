import type { Member } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { Avatar } from '@/shared/ui/avatar';
import { join } from '@/shared/ui/join';
import styles from './mention-list.module.css';

interface MentionListProps {
  id: string;
  members: readonly Member[];
  active: number;
  onChoose: (member: Member) => void;
}

/** The members whose names fit what one writes behind an @. The focus stays in the text. */
export function MentionList({ id, members, active, onChoose }: MentionListProps) {
  const words = useLanguage().texts.message;
  if (members.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={words.mention} className={styles.list}>
      {members.map((member, at) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the text field has the focus, and the keys
        <div
          key={member.userId}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          className={join(styles.option, at === active && styles.active)}
          onPointerDown={(event) => {
            // The text keeps the focus.
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(member);
          }}
        >
          <Avatar tiny id={member.userId} name={member.name} photo={member.avatar} />
          <span dir="auto" translate="no">
            {member.name}
          </span>
        </div>
      ))}
    </div>
  );
}
