import type { LucideIcon } from 'lucide-react';
import styles from './profile.module.css';

/** Begins a section, with a sign to find it by. */
export function Heading({ art: Art, children }: { art: LucideIcon; children: string }) {
  return (
    <h2 className={styles.heading}>
      <Art size={18} aria-hidden="true" />
      <span>{children}</span>
    </h2>
  );
}
