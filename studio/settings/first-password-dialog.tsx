import { CopyButton } from '../shared/copy-button.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { useT } from '../words/index.ts';

type FirstPasswordDialogProps = {
  title: string;
  password: string;
  onClose: () => void;
};

/** A first password is shown this once; the server keeps only its hash. */
export function FirstPasswordDialog({ title, password, onClose }: FirstPasswordDialogProps) {
  const t = useT();
  return (
    <Dialog title={title} isOpen onClose={onClose} isDismissable={false}>
      <div className="stack">
        <p>{t('studio:people.first-password')}</p>
        <p className="cluster">
          <code className="secret">{password}</code>
          <CopyButton text={password} />
        </p>
        <div className="dialog__foot">
          <button type="button" className="button button--primary" onClick={onClose}>
            {t('studio:done')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
