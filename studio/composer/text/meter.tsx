import { useVariant, formatNumber, useT } from '../../words/index.ts';
import type { Count } from '../limits.ts';

/** How full a text is on a network: figures for those who read, a bar for those who glance. */
export function Meter({ name, count }: { name: string; count: Count }) {
  const t = useT();
  const variant = useVariant();
  const share = Math.min(count.count / count.max, 1);
  const figures = { count: formatNumber(count.count, variant), max: formatNumber(count.max, variant) };
  return (
    <span className={`meter meter--${count.standing}`}>
      <span className="meter__name">{name}</span>
      <span className="meter__bar" aria-hidden="true">
        <span className="meter__fill" style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className="meter__figures" title={t(`studio:composer.count.${count.method}`)}>
        <span aria-hidden="true">
          {figures.count}/{figures.max}
        </span>
        <span className="visually-hidden">{t('studio:composer.count-of', figures)}</span>
      </span>
      {count.standing === 'over' && (
        <strong className="meter__over">{t('studio:composer.over-by', { count: -count.left })}</strong>
      )}
    </span>
  );
}
