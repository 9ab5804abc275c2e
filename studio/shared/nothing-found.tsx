import { useT } from '../words/index.ts';
import { EmptyState } from './empty-state.tsx';

/** A search of a list that found nothing, and the way back to all of it. */
export function NothingFound({ words, onShowAll }: { words: string; onShowAll: () => void }) {
  const t = useT();
  return (
    <EmptyState
      art="search"
      title={t('studio:list.not-found', { words })}
      text={t('studio:list.not-found-text')}
    >
      <button type="button" className="button" onClick={onShowAll}>
        {t('studio:list.show-all')}
      </button>
    </EmptyState>
  );
}
