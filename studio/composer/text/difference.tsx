import { useDeferredValue, useMemo } from 'react';
import { useT } from '../../words/index.ts';
import { diffWords } from '../word-diff.ts';
import { DiffText } from './diff-text.tsx';

/** How a network's own text differs from the common one. */
export default function Difference({ common, own }: { common: string; own: string }) {
  const t = useT();
  const [before, after] = [useDeferredValue(common), useDeferredValue(own)];
  const pieces = useMemo(() => diffWords(before, after), [before, after]);
  if (after.trim() === '') return <p className="variant__note">{t('studio:composer.own.empty')}</p>;
  if (before === after) return <p className="variant__note">{t('studio:composer.own.same')}</p>;
  return (
    <details className="own-version__diff">
      <summary>{t('studio:composer.own.difference')}</summary>
      <DiffText pieces={pieces} />
    </details>
  );
}
