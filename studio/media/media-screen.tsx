import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ListedMedia, Media } from '#/contract/index.ts';
import { variantName } from '#/language/index.ts';
import { useRead, useReadPages } from '../api/index.ts';
import { useInstitution, usePermission } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
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
import './media.css';

/** The institution's pictures, newest first. */
export function Component() {
  const t = useT();
  const mayUpload = usePermission('media.upload');
  const [words, setWords] = useSearchedFor();
  const [wordless, setWordless] = useWordlessOnly();
  const [tag, setTag] = useState('');
  const tags = useRead('listMediaTags', {}).data?.items ?? [];
  const pages = useReadPages('listMedia', {
    query: {
      limit: 60,
      ...(words ? { search: words } : {}),
      ...(wordless ? { wordless: 'yes' } : {}),
      ...(tag ? { tag } : {}),
    },
  });
  const [open, setOpen] = useState<Media | null>(null);
  const { items, error, isPending, refetch } = pages;
  const isEmpty = !isPending && !error && items.length === 0;
  return (
    <Page title={t('studio:place.media')} note={t('studio:media.note')}>
      <div className="stack stack--loose">
        {mayUpload && <UploadZone />}
        {(words || wordless || tag || items.length > 0) && (
          <div className="toolbar">
            <SearchField label={t('studio:list.search-media')} value={words} onChange={setWords} />
            <button
              type="button"
              className="chip"
              aria-pressed={wordless}
              onClick={() => setWordless(!wordless)}
            >
              {t('studio:media.wordless-only')}
            </button>
            {tags.slice(0, 12).map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={tag === one}
                aria-label={`${t('studio:media.by-tag')}: ${one}`}
                onClick={() => setTag(tag === one ? '' : one)}
              >
                {one}
              </button>
            ))}
          </div>
        )}
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        {isPending && <Skeleton kind="tiles" rows={8} />}
        {isEmpty && words !== '' && <NothingFound words={words} onShowAll={() => setWords('')} />}
        {isEmpty && words === '' && tag !== '' && <NothingFound words={tag} onShowAll={() => setTag('')} />}
        {isEmpty && words === '' && tag === '' && wordless && (
          <EmptyState
            art="picture"
            title={t('studio:media.all-described')}
            text={t('studio:media.all-described-text')}
          >
            <button type="button" className="button" onClick={() => setWordless(false)}>
              {t('studio:list.show-all')}
            </button>
          </EmptyState>
        )}
        {isEmpty && words === '' && tag === '' && !wordless && (
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
      {open && <MediaDialog media={open} onChange={setOpen} onClose={() => setOpen(null)} inLibrary />}
    </Page>
  );
}

/** Whether only pictures are wanted that an open post leaves undescribed; kept in the address. */
function useWordlessOnly(): [only: boolean, setOnly: (only: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const setOnly = (only: boolean) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (only) next.set('wordless', 'yes');
        else next.delete('wordless');
        return next;
      },
      { replace: true },
    );
  return [search.get('wordless') === 'yes', setOnly];
}

function Tile({ media, onOpen }: { media: ListedMedia; onOpen: () => void }) {
  const { timeZone } = useInstitution();
  const t = useT();
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
        {hasEnded(media, timeZone) && (
          <span className="media-tile__lacks">
            <Icon name="warning" />
            {t('studio:rights.ended')}
          </span>
        )}
        {media.wordless.length > 0 && (
          <span className="media-tile__lacks">
            <Icon name="warning" />
            {t('studio:media.wordless', { variants: media.wordless.map(variantName).join(', ') })}
          </span>
        )}
      </span>
    </button>
  );
}

/** Whether a post with it would not go out today, by the institution's calendar. */
function hasEnded({ rights: { until, consent, consentUntil } }: Media, timeZone: string): boolean {
  const today = Temporal.Now.plainDateISO(timeZone).toString();
  const isPast = (day: string | null) => day !== null && day < today;
  return isPast(until) || consent === 'withdrawn' || (consent === 'given' && isPast(consentUntil));
}
