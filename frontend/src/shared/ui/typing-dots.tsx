import styles from './typing-dots.module.css';

/** Somebody is writing: three dots that come and go. What it means is said beside it. */
export function TypingDots() {
  return (
    <span className={styles.dots} aria-hidden="true">
      <span className={styles.dot} />
      <span className={styles.dot} />
      <span className={styles.dot} />
    </span>
  );
}
