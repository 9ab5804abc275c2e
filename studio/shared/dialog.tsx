import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useT } from '../words/index.ts';
import { Icon } from './icon.tsx';

type DialogProps = {
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

/** A dialog: focus stays in it, Escape closes it, and focus goes back to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  size = 'normal',
  role = 'dialog',
  isDismissable = true,
  children,
}: DialogProps) {
  const t = useT();
  const side = size === 'side';
  return (
    <ModalOverlay
      className={side ? 'dialog-backdrop dialog-backdrop--side' : 'dialog-backdrop'}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose?.()}
      isDismissable={isDismissable && onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
    >
      <Modal className={size === 'normal' ? 'dialog' : `dialog dialog--${size}`}>
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
      </Modal>
    </ModalOverlay>
  );
}
