import { useState } from 'react';
import type { HashtagSet } from '#/contract/index.ts';
import { languageTag, variantName, VARIANTS } from '#/language/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { HashtagSetDialog } from './hashtag-set-dialog.tsx';

/** Sets of hashtags that a post is given with one press. */
export default function HashtagSets() {
  const t = useT();
  const mayWrite = usePermission('post.write');
  const [open, setOpen] = useState<HashtagSet | 'new' | null>(null);
  const [removing, setRemoving] = useState<HashtagSet | null>(null);
  const sets = useRead('listHashtagSets', {});
  const add = mayWrite && (
    <button type="button" className="button" onClick={() => setOpen('new')}>
      <Icon name="plus" />
      {t('studio:hashtags.add')}
    </button>
  );
  const items = sets.data?.items ?? [];
  return (
    <section aria-labelledby="hashtag-sets" className="glossary__learned">
      <div className="toolbar">
        <h2 id="hashtag-sets">{t('studio:hashtags.title')}</h2>
        {items.length > 0 && add}
      </div>
      <p className="muted">{t('studio:hashtags.note')}</p>
      <ProblemNote problem={sets.error} onRetry={() => void sets.refetch()} />
      {sets.isPending && <Skeleton rows={2} />}
      {sets.data && items.length === 0 && (
        <EmptyState title={t('studio:hashtags.none')} text={t('studio:hashtags.none-text')}>
          {add}
        </EmptyState>
      )}
      <ul className="stack" role="list">
        {items.map((set) => (
          <li key={set.id} className="card glossary__line">
            <div className="glossary__what">
              <p className="glossary__words">{set.name}</p>
              {VARIANTS.map((variant) => (
                <TagLine key={variant} variant={variant} tags={set.tags[variant] ?? []} />
              ))}
            </div>
            {mayWrite && (
              <div className="button-group glossary__acts">
                <button
                  type="button"
                  className="button button--small button--quiet button--icon"
                  aria-label={t('studio:hashtags.edit', { name: set.name })}
                  onClick={() => setOpen(set)}
                >
                  <Icon name="edit" />
                </button>
                <button
                  type="button"
                  className="button button--small button--quiet button--icon button--danger"
                  aria-label={t('studio:hashtags.remove', { name: set.name })}
                  onClick={() => setRemoving(set)}
                >
                  <Icon name="trash" />
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open && <HashtagSetDialog set={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {removing && <RemoveDialog set={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

function TagLine({ variant, tags }: { variant: (typeof VARIANTS)[number]; tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <p lang={languageTag(variant)}>
      <abbr className="muted" title={variantName(variant)}>
        {variant}
      </abbr>{' '}
      {tags.map((tag) => `#${tag}`).join(' ')}
    </p>
  );
}

function RemoveDialog({ set, onClose }: { set: HashtagSet; onClose: () => void }) {
  const t = useT();
  const drop = useAct('dropHashtagSet', {
    changes: ['listHashtagSets'],
    onSuccess: () => {
      onClose();
      toast({ text: t('studio:hashtags.removed') });
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:hashtags.remove', { name: set.name })}
      action={t('studio:hashtags.remove-act')}
      danger
      isOpen
      isPending={drop.isPending}
      problem={drop.error}
      onConfirm={() => drop.mutate({ params: { setId: set.id } })}
      onClose={onClose}
    >
      <p>{t('studio:hashtags.remove-text')}</p>
    </ConfirmDialog>
  );
}
