import { createContext, use, type ReactNode } from 'react';
import type { MenuItemProps as AriaMenuItemProps } from 'react-aria-components/Menu';

export type MenuItemProps = AriaMenuItemProps & { danger?: boolean };

/** How an item is drawn: what draws it comes with the list. */
export const DrawItem = createContext<((props: MenuItemProps) => ReactNode) | null>(null);

export const MenuItem = (props: MenuItemProps): ReactNode => use(DrawItem)?.(props);
