import type { ReactNode } from 'react';
import type { Message } from '@/shared/api/model';
import { join } from '@/shared/ui/join';
import { useLanguage } from '@/shared/i18n/language';
import { useNameOf } from '../message/message-ways';
import { inWords } from '@/shared/chat/mentions';
import { useSelection } from './selection';
import styles from './selectable.module.css';

interface SelectableProps {
  /** Undefined while it is not stored. */
  message: Message | undefined;
  author: string;
  children: ReactNode;
}

/** A message that is chosen, or not, with a tap anywhere on it, while one chooses among messages. */
export function Selectable({ message, author, children }: SelectableProps) {
  const { chosen, toggle } = useSelection();
  const { texts, formats } = useLanguage();
  const nameOf = useNameOf();
  const choosing = chosen !== undefined;
  const offered = choosing && message !== undefined && message.deletedAt === null;
  const selected = offered && chosen.has(message.id);
  return (
    <div className={join(choosing && styles.row, selected && styles.selected)}>
      {offered && (
        <label className={styles.cover}>
          <input
            type="checkbox"
            className={styles.box}
            checked={selected}
            aria-label={texts.selection.choose(
              author,
              formats.time(message.sentAt),
              inWords(message.text ?? '', nameOf),
            )}
            onChange={() => {
              toggle(message);
            }}
          />
        </label>
      )}
      <div inert={choosing}>{children}</div>
    </div>
  );
}
