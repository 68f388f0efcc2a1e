import { ChevronDown } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import styles from './menu-button.module.css';

interface MenuButtonProps {
  label: string;
  tabbable: boolean;
  onOpen: (button: HTMLElement) => void;
}

/** Opens the menu of a message: seen when one points at the message; by keyboard the arrows lead from one to the next. */
export function MenuButton({ label, tabbable, onOpen }: MenuButtonProps) {
  return (
    <button
      type="button"
      data-menu-button
      className={styles.button}
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      tabIndex={tabbable ? 0 : -1}
      onClick={({ currentTarget }) => {
        onOpen(currentTarget);
      }}
      onKeyDown={moveOn}
    >
      <ChevronDown size={18} aria-hidden="true" />
    </button>
  );
}

function moveOn(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || event.altKey) return;
  const list = event.currentTarget.closest('ul');
  const buttons = [...(list?.querySelectorAll<HTMLElement>('[data-menu-button]') ?? [])].sort(byRow);
  const next = buttons[buttons.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Rows are not always in the document in the order in which they are on the page. */
function byRow(one: HTMLElement, other: HTMLElement): number {
  return rowOf(one) - rowOf(other);
}

function rowOf(button: HTMLElement): number {
  return Number(button.closest<HTMLElement>('[data-index]')?.dataset['index']);
}
