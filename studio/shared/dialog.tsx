import { lazy, Suspense, type ReactNode } from 'react';
import { later } from './later.ts';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  /** Left out where the question has to be answered. */
  onClose?: (() => void) | undefined;
  size?: 'normal' | 'wide' | 'side';
  role?: 'dialog' | 'alertdialog';
  /** False where something would be lost by a stray click. */
  isDismissable?: boolean;
  children: ReactNode;
};

const Modal = lazy(later(() => import('./modal.tsx')));

/** A dialog: focus stays in it, Escape closes it, and focus goes back to where it was. */
export const Dialog = ({ isOpen, ...props }: DialogProps) =>
  isOpen && (
    <Suspense>
      <Modal {...props} />
    </Suspense>
  );
