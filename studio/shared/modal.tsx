import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal';
import { useT } from '../words/index.ts';
import type { DialogProps } from './dialog.tsx';
import { Icon } from './icon.tsx';

/** What a dialog opens: a file of its own, since nothing of it is needed before one is asked for. */
export default function Modal({
  title,
  onClose,
  size = 'normal',
  role = 'dialog',
  isDismissable = true,
  children,
}: Omit<DialogProps, 'isOpen'>) {
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
