import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Icon } from '../shared/icon.tsx';
import { Mark } from '../shared/mark.tsx';
import { useT } from '../words/index.ts';
import { PlaceList } from './navigation.tsx';

/** All places, over a narrow screen. */
export default function Drawer({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <ModalOverlay
      className="dialog-backdrop dialog-backdrop--drawer"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal>
        <Dialog className="shell__nav shell__nav--open" aria-label={t('studio:shell.places')}>
          <div className="cluster cluster--apart">
            <span className="shell__brand">
              <Mark />
              {t('common:app.name')}
            </span>
            <button
              type="button"
              className="button button--quiet button--icon"
              aria-label={t('common:action.close')}
              onClick={onClose}
            >
              <Icon name="cross" />
            </button>
          </div>
          <nav aria-label={t('studio:shell.places')}>
            <PlaceList onGo={onClose} />
          </nav>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
