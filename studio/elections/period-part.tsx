import { useState } from 'react';
import type { Election } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon, ProblemNote, Skeleton, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { EntriesPart } from './entries-part.tsx';
import { PeriodDialog } from './period-dialog.tsx';
import { PeriodLine } from './period-line.tsx';
import { useWithdraw } from './use-acts.ts';

type PeriodPartProps = { election: Election; mayChange: boolean; onReport: () => void };

/** One period: when it is, what it does to posts, and whom it lists. */
export function PeriodPart({ election, mayChange, onReport }: PeriodPartProps) {
  const t = useT();
  const [open, setOpen] = useState<'change' | 'withdraw' | null>(null);
  const mayReport = usePermission('election.report');
  const { data, error, refetch } = useRead('getElection', { params: { electionId: election.id } });
  const isOver = election.state === 'over' || election.state === 'withdrawn';
  return (
    <div className="stack stack--loose">
      <section className="card stack" aria-labelledby="period">
        <div className="cluster cluster--apart">
          <div>
            <h2 id="period">{election.name}</h2>
            <p className="muted">
              {t(`studio:elections.level.${election.level}`)}
              {election.scope === 'all' && ` · ${t('studio:elections.of-all')}`}
            </p>
          </div>
          <span className={`badge ${BADGES[election.state]}`}>
            <Icon name={election.state === 'silence' ? 'pause' : 'clock'} />
            {t(`studio:elections.state.${election.state}`)}
          </span>
        </div>
        <PeriodLine election={election} />
        <ul className="elections__rules">
          {(['second', 'listed', 'repeats', 'silence'] as const).map((rule) => (
            <li key={rule}>{t(`studio:elections.rule.${rule}`)}</li>
          ))}
        </ul>
        {data && !isOver && data.secondApprovers !== null && data.secondApprovers < 2 && (
          <p className="banner banner--warning">
            <Icon name="warning" />
            <span className="banner__body">{t('studio:elections.one-approver')}</span>
          </p>
        )}
        <div className="card__foot button-group">
          {mayReport && (
            <button type="button" className="button" onClick={onReport}>
              <Icon name="record" />
              {t('studio:elections.report.open')}
            </button>
          )}
          {mayChange && !isOver && (
            <>
              <button type="button" className="button" onClick={() => setOpen('change')}>
                <Icon name="edit" />
                {t('studio:elections.change')}
              </button>
              <button
                type="button"
                className="button button--quiet button--danger"
                onClick={() => setOpen('withdraw')}
              >
                {t('studio:elections.withdraw')}
              </button>
            </>
          )}
        </div>
      </section>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={4} />}
      {data && <EntriesPart view={data} mayChange={mayChange && !isOver} mayAdd={!isOver} />}
      {open === 'change' && (
        <PeriodDialog scope={election.scope} election={election} onClose={() => setOpen(null)} />
      )}
      {open === 'withdraw' && <WithdrawDialog election={election} onClose={() => setOpen(null)} />}
    </div>
  );
}

const BADGES: Record<Election['state'], string> = {
  coming: '',
  running: 'badge--warning',
  silence: 'badge--late',
  over: '',
  withdrawn: '',
};

function WithdrawDialog({ election, onClose }: { election: Election; onClose: () => void }) {
  const t = useT();
  const withdraw = useWithdraw(election.scope, {
    onSuccess: () => {
      toast({ text: t('studio:elections.withdrawn') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:elections.withdraw-title', { name: election.name })}
      action={t('studio:elections.withdraw')}
      danger
      isOpen
      isPending={withdraw.isPending}
      problem={withdraw.error}
      reasonLabel={t('studio:elections.withdraw-reason')}
      onConfirm={(reason) => withdraw.mutate({ params: { electionId: election.id }, body: { reason } })}
      onClose={onClose}
    >
      <p>{t('studio:elections.withdraw-text')}</p>
    </ConfirmDialog>
  );
}
