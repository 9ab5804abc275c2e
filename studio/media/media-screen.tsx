import { useState } from 'react';
import type { Media } from '#/contract/index.ts';
import { useReadPages } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { NothingFound } from '../shared/nothing-found.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { SearchField, useSearchedFor } from '../shared/search-field.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Time } from '../shared/time.tsx';
import { formatBytes, useT, useVariant } from '../words/index.ts';
import { MediaDialog } from './media-dialog.tsx';
import { Thumb } from './thumb.tsx';
import { UploadZone } from './upload-zone.tsx';

/** The institution's pictures, newest first. */
export function Component() {
  const t = useT();
  const mayUpload = usePermission('media.upload');
  const [words, setWords] = useSearchedFor();
  const pages = useReadPages('listMedia', { query: { limit: 60, ...(words ? { search: words } : {}) } });
  const [open, setOpen] = useState<Media | null>(null);
  const { items, error, isPending, refetch } = pages;
  return (
    <Page title={t('studio:place.media')} note={t('studio:media.note')}>
      <div className="stack stack--loose">
        {mayUpload && <UploadZone />}
        {(words || items.length > 0) && (
          <div className="toolbar">
            <SearchField label={t('studio:list.search-media')} value={words} onChange={setWords} />
          </div>
        )}
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        {isPending && <Skeleton kind="tiles" rows={8} />}
        {!isPending && !error && items.length === 0 && words !== '' && (
          <NothingFound words={words} onShowAll={() => setWords('')} />
        )}
        {!isPending && !error && items.length === 0 && words === '' && (
          <EmptyState art="picture" title={t('studio:media.none')} text={t('studio:media.none-text')} />
        )}
        <ul className="media-library" role="list">
          {items.map((media) => (
            <li key={media.id}>
              <Tile media={media} onOpen={() => setOpen(media)} />
            </li>
          ))}
        </ul>
        <MoreButton pages={pages} />
      </div>
      {open && <MediaDialog media={open} onChange={setOpen} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Tile({ media, onOpen }: { media: Media; onOpen: () => void }) {
  const variant = useVariant();
  return (
    <button type="button" className="media-tile" onClick={onOpen} aria-haspopup="dialog">
      <span className="media-tile__picture">
        <Thumb media={media} lazy />
      </span>
      <span className="media-tile__text">
        <span className="media-tile__name">{media.fileName}</span>
        <span className="muted">
          {media.width} × {media.height} · {formatBytes(media.bytes, variant)} ·{' '}
          <Time at={media.uploadedAt} form="day-short" />
        </span>
      </span>
    </button>
  );
}
