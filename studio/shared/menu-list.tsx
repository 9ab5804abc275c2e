import type { ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { DrawItem, type MenuItemProps } from './menu-item.ts';

type MenuListProps = {
  button: RefObject<HTMLButtonElement | null>;
  labelledBy: string;
  first: 'first' | 'last';
  onClose: () => void;
  children: ReactNode;
};

/** What a menu opens: a file of its own, since nothing of it is needed before somebody opens one. */
export default function MenuList({ button, labelledBy, first, onClose, children }: MenuListProps) {
  return (
    <Popover
      className="popover"
      aria-labelledby={labelledBy}
      trigger="MenuTrigger"
      triggerRef={button}
      isOpen
      onOpenChange={onClose}
    >
      <DrawItem value={drawItem}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody opened it: the focus belongs on its first item */}
        <AriaMenu className="menu" aria-labelledby={labelledBy} autoFocus={first} onClose={onClose}>
          {children}
        </AriaMenu>
      </DrawItem>
    </Popover>
  );
}

const drawItem = ({ danger, ...props }: MenuItemProps) => (
  <AriaMenuItem className={danger ? 'menu__item menu__item--danger' : 'menu__item'} {...props} />
);
