import { useT } from '../words/index.ts';

/** Before the first screen is there. */
export function Loading() {
  const t = useT();
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      <span className="visually-hidden">{t('common:status.loading')}</span>
    </div>
  );
}
