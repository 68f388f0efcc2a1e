import styles from './voice-card.module.css';

const STEP = 3;
const HEIGHT = 32;
const LOWEST = 2;

interface WaveformProps {
  /** From 0 to 255. */
  values: readonly number[];
  /** How much of it was played, from 0 to 1. */
  played: number;
}

/** How loud a recording is from its beginning to its end. */
export function Waveform({ values, played }: WaveformProps) {
  return (
    <svg
      className={styles.wave}
      viewBox={`0 0 ${Math.max(1, values.length) * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {values.map((value, at) => {
        const height = Math.max(LOWEST, (value / 255) * HEIGHT);
        return (
          <rect
            key={at}
            className={at / values.length < played ? styles.played : styles.bar}
            x={at * STEP + 0.5}
            y={(HEIGHT - height) / 2}
            width={STEP - 1}
            height={height}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
