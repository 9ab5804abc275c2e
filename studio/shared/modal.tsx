import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal';
import { useT } from '../words/index.ts';
import { Icon } from './icon.tsx';

export type ModalProps = {
  title: string;
  /** Left out where the question has to be answered. */
  onClose?: (() => void) | undefined;
  size?: 'normal' | 'wide' | 'side';
  role?: 'dialog' | 'alertdialog';
  /** False where something would be lost by a stray click. */
  isDismissable?: boolean;
  children: ReactNode;
};

/** What a dialog opens: a file of its own, since nothing of it is needed before one is asked for. */
export default function Modal({
  title,
  onClose,
  size = 'normal',
  role = 'dialog',
  isDismissable = true,
  children,
}: ModalProps) {
  const t = useT();
  const side = size === 'side';
  return (
    <ModalOverlay
      className={side ? 'dialog-backdrop dialog-backdrop--side' : 'dialog-backdrop'}
      isOpen
      onOpenChange={(open) => !open && onClose?.()}
      isDismissable={isDismissable && onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
    >
      <AriaModal className={size === 'normal' ? 'dialog' : `dialog dialog--${size}`}>
        <AriaDialog className="dialog__content" role={role}>
          <div className="dialog__head">
            <Heading slot="title" className="dialog__title">
              {title}
            </Heading>
            {onClose && (
              <button
                type="button"
                className="button button--quiet button--icon"
                aria-label={t('common:action.close')}
                onClick={onClose}
              >
                <Icon name="cross" />
              </button>
            )}
          </div>
          {children}
        </AriaDialog>
      </AriaModal>
    </ModalOverlay>
  );
}
