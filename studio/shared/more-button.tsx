import { useT } from '../words/index.ts';

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** The next page of a list, under what is there already. */
export function MoreButton({ pages }: { pages: Pages }) {
  const t = useT();
  if (!pages.hasNextPage) return null;
  return (
    <div className="more">
      <button
        type="button"
        className="button"
        aria-busy={pages.isFetchingNextPage}
        onClick={() => void pages.fetchNextPage()}
      >
        {t('studio:list.more')}
      </button>
    </div>
  );
}
