import { useState } from 'react';
import type { Delegation } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { useInstitution, usePermission } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { DelegationDialog } from './delegation-dialog.tsx';

/** Who signs for whom, and for how long. */
export function Component() {
  const t = useT();
  const mayManage = usePermission('delegation.manage');
  const { data, error, refetch } = useRead('listDelegations', {});
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Delegation | null>(null);
  const add = mayManage && (
    <button type="button" className="button button--primary" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      {t('studio:delegation.add')}
    </button>
  );
  return (
    <Page
      title={t('studio:settings.delegations')}
      help="delegation"
      note={t('studio:delegation.note')}
      actions={data && data.items.length > 0 && add}
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState art="paper" title={t('studio:delegation.none')} text={t('studio:delegation.none-text')}>
          {add}
        </EmptyState>
      )}
      {data && data.items.length > 0 && <DelegationTable delegations={data.items} onEnd={setEnding} />}
      {adding && <DelegationDialog onClose={() => setAdding(false)} />}
      {ending && <EndDialog delegation={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

type TableProps = { delegations: Delegation[]; onEnd: (delegation: Delegation) => void };

function DelegationTable({ delegations, onEnd }: TableProps) {
  const t = useT();
  return (
    <div className="card card--flush table--cards">
      <table className="table">
        <caption className="visually-hidden">{t('studio:settings.delegations')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio:delegation.delegate')}</th>
            <th scope="col">{t('studio:delegation.principal')}</th>
            <th scope="col">{t('studio:delegation.time')}</th>
            <th scope="col">{t('studio:delegation.reason')}</th>
            <th scope="col">{t('studio:delegation.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('studio:delegation.end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {delegations.map((delegation) => (
            <DelegationRow key={delegation.id} delegation={delegation} onEnd={onEnd} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const stateIcons = { coming: 'clock', standing: 'circle-check', over: 'circle-minus' } as const;

function DelegationRow({ delegation, onEnd }: { delegation: Delegation; onEnd: TableProps['onEnd'] }) {
  const t = useT();
  const me = useMe();
  const mayManage = usePermission('delegation.manage');
  const isAdministrator = useInstitution().membership.roles.includes('administrator');
  const mine = isAdministrator || delegation.principal.id === me.id;
  const { delegate, principal, state } = delegation;
  const names = { delegate: delegate.name, principal: principal.name };
  return (
    <tr>
      <th scope="row">{delegate.name}</th>
      <td data-label={t('studio:delegation.principal')}>{principal.name}</td>
      <td data-label={t('studio:delegation.time')}>
        <Time at={delegation.startsAt} /> – <Time at={delegation.endedAt ?? delegation.endsAt} />
      </td>
      <td data-label={t('studio:delegation.reason')}>{delegation.reason}</td>
      <td data-label={t('studio:delegation.state')}>
        <span className={state === 'standing' ? 'badge badge--published' : 'badge'}>
          <Icon name={stateIcons[state]} />
          {t(`studio:delegation.state-${state}`)}
        </span>
      </td>
      <td className="table__number">
        {mayManage && mine && state !== 'over' && (
          <button
            type="button"
            className="button button--small button--danger"
            aria-label={t('studio:delegation.end-of', names)}
            onClick={() => onEnd(delegation)}
          >
            {t('studio:delegation.end')}
          </button>
        )}
      </td>
    </tr>
  );
}

function EndDialog({ delegation, onClose }: { delegation: Delegation; onClose: () => void }) {
  const t = useT();
  const names = { delegate: delegation.delegate.name, principal: delegation.principal.name };
  const end = useAct('endDelegation', {
    changes: ['listDelegations'],
    onSuccess: () => {
      toast({ text: t('studio:delegation.ended') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:delegation.end-title')}
      action={t('studio:delegation.end')}
      danger
      isOpen
      isPending={end.isPending}
      problem={end.error}
      onConfirm={() => end.mutate({ params: { delegationId: delegation.id } })}
      onClose={onClose}
    >
      <p>{t('studio:delegation.end-text', names)}</p>
    </ConfirmDialog>
  );
}
