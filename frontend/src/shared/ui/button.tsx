import type { ComponentPropsWithRef } from 'react';
import styles from './button.module.css';
import { join } from './join';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  look?: 'primary' | 'quiet' | 'outlined';
}

export function Button({ look = 'primary', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={join(styles.button, styles[look], className)} {...rest} />;
}

interface IconButtonProps extends ComponentPropsWithRef<'button'> {
  label: string;
}

/** A button whose picture says enough for the eye; the label says it for everybody. */
export function IconButton({ label, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} aria-label={label} title={label} className={join(styles.icon, className)} {...rest} />
  );
}
