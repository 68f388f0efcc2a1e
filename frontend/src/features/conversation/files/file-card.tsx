import { Download, X } from 'lucide-react';
import type { StoredFile } from '@/shared/api/model';
import { useLanguage } from '@/shared/i18n/language';
import { IconButton } from '@/shared/ui/button';
import { VisuallyHidden } from '@/shared/ui/visually-hidden';
import type { OutgoingFile } from '../store/timeline';
import styles from './file-card.module.css';
import { FileWords } from './file-words';
import { useDownload } from './use-download';

/** A file in the conversation; a click downloads it. */
export function FileCard({ file }: { file: StoredFile }) {
  const words = useLanguage().texts.attachments;
  const { busy, download } = useDownload(file);
  return (
    <button type="button" className={styles.card} aria-busy={busy} onClick={() => void download()}>
      <VisuallyHidden>{`${words.download(file.name)}: `}</VisuallyHidden>
      <FileWords {...file} />
      <Download size={20} aria-hidden="true" />
    </button>
  );
}

interface SendingFileProps {
  file: OutgoingFile;
  failed: boolean;
  onCancel: () => void;
}

/** A file on its way: how far it is, and a way to call it back. */
export function SendingFile({ file, failed, onCancel }: SendingFileProps) {
  const words = useLanguage().texts.conversation;
  const uploading = file.id === undefined && !failed;
  return (
    <div className={styles.sending}>
      <div className={styles.card}>
        <FileWords name={file.name} contentType={file.blob.type} bytes={file.blob.size} />
        {uploading && (
          <IconButton label={words.cancelUpload} onClick={onCancel}>
            <X size={20} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {uploading && (
        <progress className={styles.progress} aria-label={words.uploading} value={file.progress} max={1} />
      )}
    </div>
  );
}
