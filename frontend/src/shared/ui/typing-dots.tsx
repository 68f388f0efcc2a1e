import styles from './typing-dots.module.css';

/** A user is typing: three dots that come and go. The text stands beside it. */
export function TypingDots() {
  return (
    <span className={styles.dots} aria-hidden="true">
      <span className={styles.dot} />
      <span className={styles.dot} />
      <span className={styles.dot} />
    </span>
  );
}
