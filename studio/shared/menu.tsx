import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  type MenuItemProps,
} from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';

type MenuProps = {
  /** What stands in the button. */
  trigger: ReactNode;
  /** The button's name, where what stands in it says too little; what stands in it should then be `aria-hidden`. */
  label?: string;
  className?: string;
  children: ReactNode;
};

/** A button that opens a menu; `children` are `MenuItem`s. */
export function Menu({ trigger, label, className = 'button', children }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={className}>
        {label && <span className="visually-hidden">{label}</span>}
        {trigger}
      </Button>
      <Popover className="popover">
        <AriaMenu className="menu">{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export function MenuItem({ danger, ...props }: MenuItemProps & { danger?: boolean }) {
  return <AriaMenuItem className={danger ? 'menu__item menu__item--danger' : 'menu__item'} {...props} />;
}
