import { useState } from 'react';
import { Link } from 'react-router';
import type { PostMedia } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { StateBadge } from '../shared/state-badge.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

type MediaUsesProps = { media: PostMedia; onGone: () => void };

/** The posts that show a picture; one that no post ever showed can be taken out. */
export function MediaUses({ media, onGone }: MediaUsesProps) {
  const t = useT();
  const here = useHere();
  const mayRemove = usePermission('media.upload');
  const { data, error, isPending, refetch } = useRead('listMediaUses', { params: { mediaId: media.id } });
  const isFree = data?.posts.length === 0 && data.earlier === 0;
  return (
    <section className="stack media-uses__section" aria-labelledby="media-uses">
      <h3 className="media-uses__heading" id="media-uses">
        {t('studio:media.uses')}
      </h3>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton rows={1} />}
      {data && data.posts.length > 0 && (
        <ul className="media-uses" role="list">
          {data.posts.map(({ id, title, state }) => (
            <li key={id}>
              <Link to={here(`posts/${id}`)}>{title || t('studio:post.untitled')}</Link>
              <StateBadge state={state} />
            </li>
          ))}
        </ul>
      )}
      {data && data.earlier > 0 && <p>{t('studio:media.uses-earlier', { count: data.earlier })}</p>}
      {isFree && <p>{t('studio:media.uses-none')}</p>}
      {data && !isFree && mayRemove && <p className="muted">{t('studio:media.stays')}</p>}
      {isFree && mayRemove && <RemoveButton media={media} onGone={onGone} />}
    </section>
  );
}

function RemoveButton({ media, onGone }: MediaUsesProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const name = media.fileName;
  const remove = useAct('removeMedia', {
    changes: ['listMedia'],
    onSuccess: () => {
      onGone();
      toast({ text: t('studio:media.gone', { name }) });
    },
  });
  return (
    <p>
      <button type="button" className="button button--danger button--quiet" onClick={() => setAsking(true)}>
        <Icon name="trash" />
        {t('studio:media.remove')}
      </button>
      {asking && (
        <ConfirmDialog
          title={t('studio:media.ask-remove', { name })}
          action={t('studio:media.remove')}
          danger
          isOpen
          isPending={remove.isPending}
          problem={remove.error}
          onConfirm={() => remove.mutate({ params: { mediaId: media.id } })}
          onClose={() => setAsking(false)}
        >
          <p>{t('studio:media.ask-remove-text')}</p>
        </ConfirmDialog>
      )}
    </p>
  );
}
