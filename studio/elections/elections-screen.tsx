import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Election } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState, Icon, Page, ProblemNote, Skeleton } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { PeriodDialog } from './period-dialog.tsx';
import { PeriodPart } from './period-part.tsx';
import { ReportPart } from './report-part.tsx';
import type { Scope } from './use-acts.ts';
import './elections.css';

/** Election periods over the institution: the one that runs, its list, and what was done in it. */
export function Component() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const [declaring, setDeclaring] = useState<Scope | null>(null);
  const mayManage = usePermission('election.manage');
  const { data, error, refetch } = useRead('listElections', { query: { limit: 50 } });
  const house = useRead('getHouseElections', {});
  const items = data?.items ?? [];
  const shown = items.find(({ id }) => id === search.get('period')) ?? items.find(isOpen) ?? items[0];
  const show = (id: string, view = 'list') => setSearch({ period: id, ...(view === 'list' ? {} : { view }) });
  const declare = (scope: Scope) => (
    <button
      type="button"
      className={scope === 'all' ? 'button' : 'button button--primary'}
      onClick={() => setDeclaring(scope)}
    >
      <Icon name="plus" />
      {t(scope === 'all' ? 'studio:elections.declare-all' : 'studio:elections.declare')}
    </button>
  );
  const buttons = (
    <>
      {house.data?.coordinator && declare('all')}
      {mayManage && declare('institution')}
    </>
  );
  return (
    <Page
      title={t('studio:elections.title')}
      note={t('studio:elections.note')}
      actions={items.length > 0 && buttons}
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton kind="cards" rows={2} />}
      {data && items.length === 0 && (
        <EmptyState
          art="desk"
          title={t('studio:elections.none')}
          text={t(mayManage ? 'studio:elections.none-text' : 'studio:elections.none-ask')}
        >
          {buttons}
        </EmptyState>
      )}
      {items.length > 1 && shown && <Choice items={items} shown={shown} onShow={show} />}
      {shown && search.get('view') === 'report' && (
        <ReportPart election={shown} onBack={() => show(shown.id)} />
      )}
      {shown && search.get('view') !== 'report' && (
        <PeriodPart
          key={shown.id}
          election={shown}
          mayChange={shown.scope === 'all' ? house.data?.coordinator === true : mayManage}
          onReport={() => show(shown.id, 'report')}
        />
      )}
      {declaring && <PeriodDialog scope={declaring} onClose={() => setDeclaring(null)} />}
    </Page>
  );
}

const isOpen = ({ state }: Election): boolean => state !== 'over' && state !== 'withdrawn';

type ChoiceProps = { items: readonly Election[]; shown: Election; onShow: (id: string) => void };

function Choice({ items, shown, onShow }: ChoiceProps) {
  const t = useT();
  return (
    <label className="elections__choice no-print">
      {t('studio:elections.choose')}
      <select className="input select" value={shown.id} onChange={(event) => onShow(event.target.value)}>
        {items.map(({ id, name, state }) => (
          <option key={id} value={id}>
            {name} · {t(`studio:elections.state.${state}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
