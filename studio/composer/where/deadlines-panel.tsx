import { useState } from 'react';
import type { Deadline, DeadlineKind } from '#/contract/index.ts';
import { useAct, useRead } from '../../api/index.ts';
import { useInstitution, usePermission } from '../../session/institution.ts';
import { useMe } from '../../session/me.ts';
import { Icon, ProblemNote } from '../../shared/index.ts';
import { formatInstant, textFor, useT, useVariant } from '../../words/index.ts';
import { StepDialog } from './step-dialog.tsx';
import './deadlines.css';

const CHANGES = { changes: ['listPostDeadlines', 'listCalendar', 'listPosts', 'listDeadlines'] as const };

/** The steps to a post, by when each is to be ready and who has it; and the campaign. */
export default function DeadlinesPanel({ postId }: { postId: string }) {
  const t = useT();
  const params = { postId };
  const mayWrite = usePermission('post.write');
  const [editing, setEditing] = useState<DeadlineKind | null>(null);
  const deadlines = useRead('listPostDeadlines', { params });
  const steps = deadlines.data?.items ?? [];
  const timed = steps.some(({ dueAt }) => dueAt !== null);
  const finish = useAct('finishDeadline', CHANGES);
  const reopen = useAct('reopenDeadline', CHANGES);
  /** What has just been ticked stands so before the server has answered. */
  const tickOf = (kind: DeadlineKind): boolean | null => {
    if (finish.isPending && finish.variables.body.kind === kind) return true;
    return reopen.isPending && reopen.variables.body.kind === kind ? false : null;
  };
  const edited = steps.find(({ kind }) => kind === editing);
  return (
    <section className="panel" aria-labelledby="composer-deadlines">
      <h2 className="panel__title" id="composer-deadlines">
        <Icon name="hourglass" />
        {t('studio:deadline.title')}
      </h2>
      <ProblemNote problem={deadlines.error ?? finish.error ?? reopen.error} />
      {deadlines.data && !timed && <p className="panel__note">{t('studio:deadline.none')}</p>}
      {timed && (
        <ul role="list" className="steps">
          {steps.map((step) => (
            <Step
              key={step.kind}
              step={step}
              ticking={tickOf(step.kind)}
              onTick={(done) => (done ? finish : reopen).mutate({ params, body: { kind: step.kind } })}
              onEdit={mayWrite ? () => setEditing(step.kind) : null}
            />
          ))}
        </ul>
      )}
      <CampaignChoice postId={postId} readOnly={!mayWrite} />
      {edited && <StepDialog postId={postId} step={edited} onClose={() => setEditing(null)} />}
    </section>
  );
}

type StepProps = {
  step: Deadline;
  ticking: boolean | null;
  onTick: (done: boolean) => void;
  onEdit: (() => void) | null;
};

function Step({ step, ticking, onTick, onEdit }: StepProps) {
  const t = useT();
  const me = useMe();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  const { kind, dueAt, doneAt, doneBy, byState, needed, overdue, person } = step;
  const name = t(`common:deadline.${kind}`);
  const isDone = doneAt !== null || byState;
  const mayTick = kind !== 'approval' && (onEdit !== null || person?.id === me.id);
  const when = (at: string) => formatInstant(at, 'moment', variant, timeZone);
  return (
    <li className={`steps__step ${overdue ? 'steps__step--late' : ''} ${isDone ? 'steps__step--done' : ''}`}>
      {mayTick ? (
        <input
          type="checkbox"
          checked={ticking ?? isDone}
          disabled={!needed}
          aria-label={t('studio:deadline.tick', { step: name })}
          onChange={({ target }) => onTick(target.checked)}
        />
      ) : (
        <Icon name={isDone ? 'circle-check' : 'circle-dashed'} />
      )}
      <div className="steps__words">
        <strong>{name}</strong>
        <span className="steps__note">
          {!needed && t('studio:deadline.not-needed')}
          {needed && doneAt && t('studio:deadline.done-by', { who: doneBy?.name ?? '', when: when(doneAt) })}
          {needed && !isDone && dueAt && (
            <>
              {t('studio:deadline.until', { when: when(dueAt) })}
              {overdue && ` · ${t('studio:deadline.overdue')}`}
              {person && ` · ${person.name}`}
            </>
          )}
          {needed && kind === 'approval' && !isDone && ` · ${t('studio:deadline.by-approval')}`}
        </span>
      </div>
      {onEdit && (
        <button
          type="button"
          className="button button--quiet button--icon button--small"
          aria-label={t('studio:deadline.edit', { step: name })}
          onClick={onEdit}
        >
          <Icon name="edit" />
        </button>
      )}
    </li>
  );
}

/** The campaign of the post itself; where none is chosen, that of its plan item holds. */
function CampaignChoice({ postId, readOnly }: { postId: string; readOnly: boolean }) {
  const t = useT();
  const variant = useVariant();
  const { data: post } = useRead('getPost', { params: { postId } });
  const campaigns = useRead('listCampaigns', { query: {} }).data?.items ?? [];
  const set = useAct('setPostCampaign', { changes: ['getPost', 'listCalendar'] });
  if (!post || (campaigns.length === 0 && post.campaignId === null)) return null;
  return (
    <label className="field">
      <span className="field__label">{t('studio:campaign.one')}</span>
      <select
        className="input select"
        value={post.campaignId ?? ''}
        disabled={readOnly || set.isPending}
        onChange={({ target }) =>
          set.mutate({ params: { postId }, body: { campaignId: target.value || null } })
        }
      >
        <option value="">{t('studio:campaign.of-item')}</option>
        {post.campaignId && !campaigns.some(({ id }) => id === post.campaignId) && (
          <option value={post.campaignId}>{t('studio:campaign.other')}</option>
        )}
        {campaigns.map(({ id, names }) => (
          <option key={id} value={id}>
            {textFor(names, variant)}
          </option>
        ))}
      </select>
      <ProblemNote problem={set.error} />
    </label>
  );
}
