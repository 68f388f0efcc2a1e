import styles from './marked-text.module.css';
import { partsOf } from './parts';

interface MarkedTextProps {
  text: string;
  highlights: readonly (readonly number[])[];
}

/** A text around the first thing found in it, with everything found marked. */
export function MarkedText({ text, highlights }: MarkedTextProps) {
  return partsOf(text, highlights).map(({ words, found }, at) =>
    found ? (
      <mark key={at} className={styles.mark}>
        {words}
      </mark>
    ) : (
      <span key={at}>{words}</span>
    ),
  );
}
