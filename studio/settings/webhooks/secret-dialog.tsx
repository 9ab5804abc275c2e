import { CopyButton } from '../../shared/copy-button.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { useT } from '../../words/index.ts';

/** The secret with which messages are signed, this once: only its own button closes it. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('studio:webhook.secret-title')} isOpen>
      <div className="stack">
        <p>{t('studio:webhook.secret-text')}</p>
        <code className="secret">{secret}</code>
        <div className="dialog__foot">
          <button type="button" className="button button--primary" onClick={onClose}>
            {t('studio:done')}
          </button>
          <CopyButton text={secret} />
        </div>
      </div>
    </Dialog>
  );
}
