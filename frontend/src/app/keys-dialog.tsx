import { useLanguage } from '@/shared/i18n/language';
import { Modal } from '@/shared/ui/modal';
import styles from './keys-dialog.module.css';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
const CONTROL = MAC ? '⌘' : 'Ctrl';
const ALT = MAC ? '⌥' : 'Alt';

/** All keys that do something, on one sheet. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const words = useLanguage().texts.keyboard;
  const keys: [string, readonly string[]][] = [
    [words.search, [CONTROL, 'K']],
    [words.find, [CONTROL, 'F']],
    [words.next, [ALT, '↓']],
    [words.previous, [ALT, '↑']],
    [words.list, ['Esc']],
    [words.menu, ['Shift', 'F10']],
    [words.reply, ['R']],
    [words.react, ['+']],
    [words.editLast, ['↑']],
    [words.send, ['Enter']],
    [words.newLine, ['Shift', 'Enter']],
    [words.help, ['?']],
  ];
  return (
    <Modal title={words.title} closeLabel={words.close} onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(([what, pressed]) => (
          <div key={what} className={styles.key}>
            <dt>{what}</dt>
            <dd className={styles.pressed} dir="ltr" translate="no">
              {pressed.map((each) => (
                <kbd key={each} className={styles.cap}>
                  {each}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
