import { useId, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Pause } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { ConfirmDialog, Icon, ProblemNote, Time, toast } from '../shared/index.ts';
import { textFor, useT, useVariant } from '../words/index.ts';

type StandingPauseProps = {
  pause: Pause;
  underWay: number;
  mayEnd?: boolean;
  /** Says that only the coordinator decides. */
  note?: boolean;
};

/** A pause that stands: since when, why, by whom; its statement, and its end. */
export function StandingPause({ pause, underWay, mayEnd = false, note = false }: StandingPauseProps) {
  const t = useT();
  const id = useId();
  const variant = useVariant();
  const [ending, setEnding] = useState(false);
  const statement = textFor(pause.statement, variant);
  const all = pause.scope === 'all';
  return (
    <section className="card" aria-labelledby={id}>
      <h2 className="card__title" id={id}>
        <Icon name="pause" /> {t(all ? 'studio:pause-notice.all-held-now' : 'studio:pause-notice.held-now')}
      </h2>
      <p>
        {t('studio:pause-notice.since')} <Time at={pause.startedAt} />
        {pause.startedBy && ` · ${pause.startedBy.name}`}
      </p>
      <p>{pause.reason}</p>
      {note && <p className="muted">{t('studio:pause.all.by-coordinator')}</p>}
      {underWay > 0 && <p className="muted">{t('studio:pause.under-way', { count: underWay })}</p>}
      {statement && (
        <>
          <h3>{t('studio:pause.statement')}</h3>
          <p className="pause-statement">{statement}</p>
        </>
      )}
      <Foot pauseId={pause.id} hasStatement={statement !== ''}>
        {mayEnd && (
          <button type="button" className="button button--primary" onClick={() => setEnding(true)}>
            <Icon name="check" />
            {t('studio:pause.end')}
          </button>
        )}
      </Foot>
      {ending && <EndDialog onClose={() => setEnding(false)} />}
    </section>
  );
}

type FootProps = { pauseId: string; hasStatement: boolean; children: ReactNode };

function Foot({ pauseId, hasStatement, children }: FootProps) {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const mayWrite = usePermission('post.write');
  const draft = useAct('draftStatement', {
    onSuccess: ({ postId }) => void navigate(here(`posts/${postId}`)),
  });
  const drafts = mayWrite && hasStatement;
  if (!drafts && !children) return null;
  return (
    <>
      <ProblemNote problem={draft.error} />
      <div className="card__foot button-group">
        {children}
        {drafts && (
          <button
            type="button"
            className="button"
            aria-busy={draft.isPending}
            onClick={() => !draft.isPending && draft.mutate({ body: { pauseId } })}
          >
            <Icon name="compose" />
            {t('studio:pause.draft')}
          </button>
        )}
      </div>
    </>
  );
}

type EndDialogProps = { all?: boolean; onClose: () => void };

/** Asks before a pause ends, and says that nothing bursts. */
export function EndDialog({ all = false, onClose }: EndDialogProps) {
  const t = useT();
  const done = () => {
    toast({ text: t('studio:pause.ended') });
    onClose();
  };
  const end = useAct('endPause', { onSuccess: done });
  const endAll = useAct('endPauseOfAll', { onSuccess: done });
  const act = all ? endAll : end;
  return (
    <ConfirmDialog
      title={t('studio:pause.end-title')}
      action={t(all ? 'studio:pause.all.end' : 'studio:pause.end')}
      isOpen
      isPending={act.isPending}
      problem={act.error}
      onConfirm={() => act.mutate({})}
      onClose={onClose}
    >
      <p>{t('studio:pause.end-text')}</p>
    </ConfirmDialog>
  );
}
