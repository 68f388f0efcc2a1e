import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  title?: string;
  art?: ReactNode;
  children?: ReactNode;
}

/** What a part of the page says when it has nothing else to show: that it is empty, or that it failed. */
export function Notice({ title, art, children }: NoticeProps) {
  return (
    <div className={styles.notice}>
      {art !== undefined && <div className={styles.art}>{art}</div>}
      {title !== undefined && <h2 className={styles.title}>{title}</h2>}
      {children}
    </div>
  );
}

export function Lead({ children }: { children: ReactNode }) {
  return <p className={styles.lead}>{children}</p>;
}
