import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  title?: string;
  /** A page of its own, or a part of one. */
  heading?: 'h1' | 'h2';
  art?: ReactNode;
  children?: ReactNode;
}

/** What a part of the page says when it has nothing else to show: that it is empty, or that it failed. */
export function Notice({ title, heading: Heading = 'h2', art, children }: NoticeProps) {
  return (
    <div className={styles.notice}>
      {art !== undefined && <div className={styles.art}>{art}</div>}
      {title !== undefined && <Heading className={styles.title}>{title}</Heading>}
      {children}
    </div>
  );
}

export function Lead({ children }: { children: ReactNode }) {
  return <p className={styles.lead}>{children}</p>;
}
