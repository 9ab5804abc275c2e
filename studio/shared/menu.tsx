import { lazy, Suspense, useId, useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { later } from './later.ts';

export { MenuItem } from './menu-item.ts';

type MenuProps = {
  /** What stands in the button. */
  trigger: ReactNode;
  /** The button's name, where what stands in it says too little; what stands in it should then be `aria-hidden`. */
  label?: string;
  className?: string;
  children: ReactNode;
};

const bring = () => import('./menu-list.tsx');
const MenuList = lazy(later(bring));

/** The keys that open a menu at its first and at its last item (ARIA Authoring Practices, menu button). */
const OPENING: Readonly<Record<string, 'first' | 'last'>> = { ArrowDown: 'first', ArrowUp: 'last' };

/** A button that opens a menu; `children` are `MenuItem`s. What opens is brought when somebody comes near. */
export function Menu({ trigger, label, className = 'button', children }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const near = () => void bring();
  const close = () => setOpen(null);
  return (
    <>
      <Button
        ref={button}
        id={id}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onHoverStart={near}
        onFocus={near}
        onPress={() => setOpen('first')}
        onKeyDown={(event) => {
          const at = OPENING[event.key];
          if (!at) return event.continuePropagation();
          event.preventDefault();
          setOpen(at);
        }}
      >
        {label && <span className="visually-hidden">{label}</span>}
        {trigger}
      </Button>
      {open && (
        <Suspense>
          <MenuList button={button} labelledBy={id} first={open} onClose={close}>
            {children}
          </MenuList>
        </Suspense>
      )}
    </>
  );
}
