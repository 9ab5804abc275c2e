import { CopyButton } from '../shared/copy-button.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { useT } from '../words/index.ts';

/** The link of an invitation, shown this once: whoever has it is taken for the invited person. */
export function LinkDialog({ link, onClose }: { link: string; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('studio:invitation.link-title')} isOpen onClose={onClose} isDismissable={false}>
      <div className="stack">
        <p>{t('studio:invitation.link-text')}</p>
        <p>
          <code className="secret">{link}</code>
        </p>
        <p>
          <CopyButton text={link} />
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
