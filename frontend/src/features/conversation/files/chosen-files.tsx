import { X } from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import styles from './attachment-preview.module.css';
import { FileWords } from './file-words';
import type { Prepared } from './use-prepared';

interface ChosenFilesProps {
  files: readonly Prepared[];
  onRemove: (file: Prepared) => void;
}

/** What goes as files, each with a way to leave it out. */
export function ChosenFiles({ files, onRemove }: ChosenFilesProps) {
  const words = useLanguage().texts.attachments;
  return (
    <ul className={styles.files} aria-label={words.chosen}>
      {files.map((prepared, at) => {
        const { file, note } = prepared;
        return (
          <li key={at} className={styles.file}>
            <FileWords name={file.name} contentType={file.type} bytes={file.size} />
            <IconButton
              label={words.leaveOut(file.name)}
              onClick={() => {
                onRemove(prepared);
              }}
            >
              <X size={18} aria-hidden="true" />
            </IconButton>
            {note !== undefined && <p className={styles.note}>{words.asFile[note]}</p>}
          </li>
        );
      })}
    </ul>
  );
}
