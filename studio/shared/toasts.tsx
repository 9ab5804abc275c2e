import { useEffect, useSyncExternalStore } from 'react';
import { useT } from '../words/index.ts';
import { Icon, type IconName } from './icon.tsx';
import { dismiss, shownNow, subscribe, type Shown, type Toast } from './toast.ts';

const icons: Record<NonNullable<Toast['tone']>, IconName> = {
  info: 'info',
  success: 'circle-check',
  warning: 'warning',
  danger: 'octagon',
};

export function Toasts() {
  const t = useT();
  const toasts = useSyncExternalStore(subscribe, shownNow);
  return (
    <section className="toast-region" aria-label={t('studio:shell.notices')} aria-live="polite">
      {toasts.map((one) => (
        <ToastLine key={one.id} toast={one} />
      ))}
    </section>
  );
}

function ToastLine({ toast: { id, text, tone = 'success', undo } }: { toast: Shown }) {
  const t = useT();
  const stay = undo ? 12_000 : 6000;
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), stay);
    return () => clearTimeout(timer);
  }, [id, stay]);
  return (
    <div className={`toast toast--${tone}`}>
      <Icon name={icons[tone]} />
      <p className="toast__text">{text}</p>
      {undo && (
        <button
          type="button"
          className="button button--small button--quiet"
          onClick={() => {
            undo();
            dismiss(id);
          }}
        >
          {t('common:action.undo')}
        </button>
      )}
      <button
        type="button"
        className="button button--small button--quiet button--icon"
        aria-label={t('common:action.close')}
        onClick={() => dismiss(id)}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
