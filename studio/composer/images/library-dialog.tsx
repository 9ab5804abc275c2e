import type { Media } from '#/contract/index.ts';
import { useReadPages } from '../../api/index.ts';
import { Dialog, EmptyState, Icon, ProblemNote, Skeleton } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { Thumb } from '../../media/thumb.tsx';
import { remember } from './use-media.ts';

type LibraryDialogProps = {
  chosen: readonly string[];
  onChoose: (media: Media) => void;
  onClose: () => void;
};

/** Pictures that the institution already has. */
export function LibraryDialog({ chosen, onChoose, onClose }: LibraryDialogProps) {
  const t = useT();
  const library = useReadPages('listMedia', { query: { limit: 60 } });
  return (
    <Dialog title={t('studio:composer.images.library')} isOpen onClose={onClose} size="wide">
      <ProblemNote problem={library.error} onRetry={() => void library.refetch()} />
      {library.isPending && <Skeleton kind="tiles" rows={8} />}
      {library.data && library.items.length === 0 && (
        <EmptyState art="picture" title={t('studio:composer.images.library-empty')} />
      )}
      <ul className="media-library" role="list">
        {library.items.map((media) => (
          <li key={media.id}>
            <button
              type="button"
              className="media-tile"
              aria-disabled={chosen.includes(media.id)}
              onClick={() => {
                if (chosen.includes(media.id)) return;
                remember([media]);
                onChoose(media);
                onClose();
              }}
            >
              <span className="media-tile__picture">
                <Thumb media={media} lazy />
              </span>
              <span className="media-tile__text">
                <span className="media-tile__name">{media.fileName}</span>
                {chosen.includes(media.id) && (
                  <span className="muted">
                    <Icon name="check" /> {t('studio:composer.images.chosen')}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {library.hasNextPage && (
        <button type="button" className="button" onClick={() => void library.fetchNextPage()}>
          {t('studio:posts.more')}
        </button>
      )}
    </Dialog>
  );
}
