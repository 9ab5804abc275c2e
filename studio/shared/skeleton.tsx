import { useT } from '../words/index.ts';

/** The shape of what is coming, so that nothing jumps. It shows after a blink: what is quick needs no sign. */
export function Skeleton({ rows = 4, kind = 'rows' }: { rows?: number; kind?: 'rows' | 'cards' | 'tiles' }) {
  const t = useT();
  return (
    <div className={`skeletons skeletons--${kind}`} role="status">
      <span className="visually-hidden">{t('common:status.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span
          key={index}
          className={kind === 'tiles' ? 'skeleton skeleton--picture' : 'skeleton'}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}
