import { lazy, Suspense } from 'react';
import { later } from './later.ts';
import type { ModalProps } from './modal.tsx';

const Modal = lazy(later(() => import('./modal.tsx')));

/** A dialog: focus stays in it, Escape closes it, and focus goes back to where it was. */
export const Dialog = ({ isOpen, ...props }: ModalProps & { isOpen: boolean }) =>
  isOpen && (
    <Suspense>
      <Modal {...props} />
    </Suspense>
  );
