import type { ComponentPropsWithRef } from 'react';
import { useId } from 'react';
import styles from './text-field.module.css';

interface TextFieldProps extends ComponentPropsWithRef<'input'> {
  label: string;
  hint?: string;
  error?: string | undefined;
}

/** A labelled input whose hint and error a screen reader hears with it. */
export function TextField({ label, hint, error, ...rest }: TextFieldProps) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        aria-invalid={error !== undefined}
        aria-describedby={described.join(' ').trim() || undefined}
        {...rest}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <ErrorLine id={`${id}-error`}>{error}</ErrorLine>
    </div>
  );
}

interface ErrorLineProps {
  id?: string;
  children: string | undefined;
}

/** Says what went wrong, at once. */
export function ErrorLine({ id, children }: ErrorLineProps) {
  return (
    <p id={id} role="alert" className={styles.error} hidden={children === undefined}>
      {children}
    </p>
  );
}
