import { Menu, MenuItem, useMenuStore } from '@ariakit/react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useClosedByBack } from './overlays';
import styles from './popup-menu.module.css';
import { toastElements } from './toast-region';

interface PopupMenuProps {
  label: string;
  /** What the menu stands at, and what has the focus again when it is closed. */
  anchor: HTMLElement;
  onClose: () => void;
  children: ReactNode;
}

/** A menu that is open for as long as it is on the page. Arrows, first letters and Escape work; so does the browser's way back. */
export function PopupMenu({ label, anchor, onClose, children }: PopupMenuProps) {
  useClosedByBack(onClose);
  const menu = useMenuStore({
    open: true,
    placement: 'bottom-end',
    setOpen: (open) => {
      if (!open) onClose();
    },
  });
  return (
    <Menu
      store={menu}
      modal
      // Within the page's landmark, where screen readers look for it.
      portalElement={() => document.querySelector('main')}
      aria-label={label}
      className={styles.menu}
      gutter={4}
      getAnchorRect={() => anchor.getBoundingClientRect()}
      finalFocus={anchor}
      getPersistentElements={toastElements}
      unmountOnHide
    >
      {children}
    </Menu>
  );
}

interface MenuChoiceProps {
  art: LucideIcon;
  danger?: boolean;
  /** The menu is not closed: what takes its place is opened by the caller. */
  stays?: boolean;
  onChoose: () => void;
  children: string;
}

export function MenuChoice({ art: Art, danger = false, stays = false, onChoose, children }: MenuChoiceProps) {
  return (
    <MenuItem className={danger ? styles.danger : styles.item} hideOnClick={!stays} onClick={onChoose}>
      <Art size={18} aria-hidden="true" />
      <span>{children}</span>
    </MenuItem>
  );
}
