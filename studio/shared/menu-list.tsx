import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu';
import { ItemContext } from './menu.tsx';

type MenuListProps = {
  labelledBy: string;
  first: 'first' | 'last';
  onClose: () => void;
  children: ReactNode;
};

/** What a menu opens: a file of its own, since nothing of it is needed before somebody opens one. */
export default function MenuList({ labelledBy, first, onClose, children }: MenuListProps) {
  return (
    <ItemContext value={AriaMenuItem}>
      <AriaMenu className="menu" aria-labelledby={labelledBy} autoFocus={first} onClose={onClose}>
        {children}
      </AriaMenu>
    </ItemContext>
  );
}
