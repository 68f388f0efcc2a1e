import {
  File,
  FileArchive,
  FileCode,
  FileHeadphone,
  FileImage,
  FilePlay,
  FileSpreadsheet,
  FileText,
} from 'lucide-react';
import { useLanguage } from '@/shared/i18n/language';
import styles from './file-words.module.css';
import { endingOf, groupOf } from './file-type';

const ICONS = {
  picture: FileImage,
  video: FilePlay,
  sound: FileHeadphone,
  archive: FileArchive,
  sheet: FileSpreadsheet,
  code: FileCode,
  text: FileText,
  other: File,
};

interface FileWordsProps {
  name: string;
  contentType: string;
  bytes: number;
}

/** A file as one tells it from others: a sign, its name, its type and its size. */
export function FileWords({ name, contentType, bytes }: FileWordsProps) {
  const { formats } = useLanguage();
  const Icon = ICONS[groupOf(name, contentType)];
  const ending = endingOf(name);
  return (
    <>
      <Icon className={styles.icon} size={28} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles.words}>
        {/* Written the other way, a name must not move what stands beside it. */}
        <bdi className={styles.name} translate="no" title={name}>
          {name}
        </bdi>
        <span className={styles.facts}>
          {ending !== '' && (
            <>
              <bdi translate="no">{ending}</bdi>
              <span>{' · '}</span>
            </>
          )}
          <span>{formats.bytes(bytes)}</span>
        </span>
      </span>
    </>
  );
}
