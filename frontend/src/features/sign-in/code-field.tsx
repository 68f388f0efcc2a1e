import type { Ref } from 'react';
import { useId } from 'react';
import { join } from '@/shared/ui/join';
import { ErrorLine } from '@/shared/ui/text-field';
import styles from './code-field.module.css';

export const CODE_LENGTH = 6;
const PLACES = Array.from({ length: CODE_LENGTH }, (_, at) => at);

interface CodeFieldProps {
  label: string;
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
  ref: Ref<HTMLInputElement>;
}

/** Six boxes to the eye; to keyboards, pasting, password managers and screen readers the one input that it is. */
export function CodeField({ label, value, onChange, error, ref }: CodeFieldProps) {
  const id = useId();
  const current = Math.min(value.length, CODE_LENGTH - 1);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.area}>
        <input
          ref={ref}
          id={id}
          className={styles.input}
          name="otp"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCorrect="off"
          spellCheck={false}
          pattern="[0-9]*"
          required
          value={value}
          onChange={(event) => {
            onChange(digitsOf(event.target.value));
          }}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error`}
        />
        <div className={styles.boxes} aria-hidden="true">
          {PLACES.map((place) => (
            <span key={place} className={join(styles.box, place === current && styles.current)}>
              {value[place]}
            </span>
          ))}
        </div>
      </div>
      <ErrorLine id={`${id}-error`}>{error}</ErrorLine>
    </div>
  );
}

/** Codes are pasted with spaces, hyphens and words around them, and typed in other scripts' digits. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '').slice(0, CODE_LENGTH);
}
