import { useMe } from '../session/me.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';

/** The codes for the day the telephone is lost: shown once, to copy, keep as a file or print. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useT();
  const me = useMe();
  const text = `${t('common:app.name')}: ${t('studio:profile.recovery-codes')} (${me.email})\n\n${codes.join('\n')}\n`;
  const download = () => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'glasnik-kodovi.txt';
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="stack">
      <h3>{t('studio:profile.recovery-codes')}</h3>
      <p>{t('studio:profile.recovery-text')}</p>
      <ul className="recovery-codes" role="list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="button-group">
        <CopyButton text={text} />
        <button type="button" className="button button--small" onClick={download}>
          <Icon name="download" />
          {t('common:action.download')}
        </button>
        <button type="button" className="button button--small" onClick={() => window.print()}>
          {t('studio:profile.print')}
        </button>
      </div>
      <div className="dialog__foot">
        <button type="button" className="button button--primary" onClick={onDone}>
          {t('studio:profile.kept')}
        </button>
      </div>
    </div>
  );
}
