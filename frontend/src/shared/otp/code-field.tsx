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
        <div className={styles.boxes} aria-hidden="true" translate="no">
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
  return Array.from(text.normalize('NFKC').matchAll(/\p{Nd}/gu), ([digit]) => valueOf(digit))
    .join('')
    .slice(0, CODE_LENGTH);
}

/** Unicode has the digits of a script in a row, from zero to nine, some rows right behind each other. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
