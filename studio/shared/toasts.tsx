import { useEffect, useSyncExternalStore } from 'react';
import { useT } from '../words/index.ts';
import { Icon, type IconName } from './icon.tsx';

export type Toast = {
  text: string;
  tone?: 'info' | 'success' | 'warning' | 'danger';
  /** The way back; the toast then stays twice as long. */
  undo?: () => void;
};

type Shown = Toast & { id: number };

let shown: readonly Shown[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Shown[]) => {
  shown = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const dismiss = (id: number) => set(shown.filter((toast) => toast.id !== id));

/** Says what has just happened. Never the only place where a fault is told. */
export function toast(message: Toast): void {
  set([...shown.slice(-2), { ...message, id: (last += 1) }]);
}

const icons: Record<NonNullable<Toast['tone']>, IconName> = {
  info: 'info',
  success: 'circle-check',
  warning: 'warning',
  danger: 'octagon',
};

export function Toasts() {
  const t = useT();
  const toasts = useSyncExternalStore(subscribe, () => shown);
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
