import { useState } from 'react';
import type { CalendarView } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { Dialog, Icon, ProblemNote, Skeleton, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';

type ViewsDialogProps = {
  /** What is shown now, as it would be kept. */
  query: string;
  onOpen: (query: string) => void;
  onClose: () => void;
};

const CHANGES = { changes: ['listCalendarViews'] as const };

/** Views that a person keeps, and those that others share; and a name for the one that is shown now. */
export default function ViewsDialog({ query, onOpen, onClose }: ViewsDialogProps) {
  const t = useT();
  const views = useRead('listCalendarViews', {});
  const items = views.data?.items ?? [];
  return (
    <Dialog title={t('studio:calendar.kept.title')} isOpen onClose={onClose}>
      <div className="stack">
        <ProblemNote problem={views.error} onRetry={() => void views.refetch()} />
        {views.isPending && <Skeleton rows={2} />}
        {views.data && items.length === 0 && <p className="muted">{t('studio:calendar.kept.none')}</p>}
        {items.length > 0 && (
          <ul className="rows" role="list">
            {items.map((view) => (
              <ViewRow
                key={view.id}
                view={view}
                onOpen={() => {
                  onOpen(view.query);
                  onClose();
                }}
              />
            ))}
          </ul>
        )}
        <KeepForm query={query} />
      </div>
    </Dialog>
  );
}

function ViewRow({ view, onOpen }: { view: CalendarView; onOpen: () => void }) {
  const t = useT();
  const mayShare = usePermission('post.write');
  const change = useAct('changeCalendarView', CHANGES);
  const [dropping, setDropping] = useState(false);
  const { id, name, query, shared, own, owner } = view;
  return (
    <li className="rows__row">
      <div className="rows__main">
        <button type="button" className="link-button rows__title" onClick={onOpen}>
          {name}
        </button>
        <p className="rows__note">
          {own
            ? t(shared ? 'studio:calendar.kept.shared' : 'studio:calendar.kept.own')
            : t('studio:calendar.kept.by', { who: owner?.name ?? '' })}
        </p>
        <ProblemNote problem={change.error} />
      </div>
      {own && mayShare && (
        <button
          type="button"
          className="button button--small"
          aria-pressed={shared}
          aria-label={t('studio:calendar.kept.share-of', { name })}
          onClick={() => change.mutate({ params: { viewId: id }, body: { name, query, shared: !shared } })}
        >
          {t('studio:calendar.kept.share')}
        </button>
      )}
      {own && (
        <button
          type="button"
          className="button button--quiet button--icon"
          aria-label={t('studio:calendar.kept.drop', { name })}
          onClick={() => setDropping(true)}
        >
          <Icon name="trash" />
        </button>
      )}
      {dropping && <DropDialog view={view} onClose={() => setDropping(false)} />}
    </li>
  );
}

function DropDialog({ view: { id, name, shared }, onClose }: { view: CalendarView; onClose: () => void }) {
  const t = useT();
  const drop = useAct('dropCalendarView', {
    ...CHANGES,
    onSuccess: () => {
      onClose();
      toast({ text: t('studio:calendar.kept.dropped', { name }) });
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:calendar.kept.drop-title', { name })}
      action={t('studio:calendar.kept.drop-act')}
      danger
      isOpen
      isPending={drop.isPending}
      problem={drop.error}
      onConfirm={() => drop.mutate({ params: { viewId: id } })}
      onClose={onClose}
    >
      <p>{t('studio:calendar.kept.drop-text')}</p>
      {shared && <p>{t('studio:calendar.kept.drop-shared')}</p>}
    </ConfirmDialog>
  );
}

function KeepForm({ query }: { query: string }) {
  const t = useT();
  const [name, setName] = useState('');
  const keep = useAct('keepCalendarView', {
    ...CHANGES,
    onSuccess: () => {
      toast({ text: t('studio:calendar.kept.kept', { name }) });
      setName('');
    },
  });
  return (
    <Form
      className="stack"
      onSubmit={() => {
        if (name.trim() && !keep.isPending) keep.mutate({ body: { name, query, shared: false } });
      }}
    >
      <TextField
        label={t('studio:calendar.kept.name')}
        hint={t('studio:calendar.kept.hint')}
        value={name}
        onChange={setName}
        maxLength={80}
      />
      <ProblemNote problem={keep.error} />
      <button
        type="submit"
        className="button button--primary"
        aria-disabled={!name.trim()}
        aria-busy={keep.isPending}
      >
        {t('studio:calendar.kept.keep')}
      </button>
    </Form>
  );
}
