import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Objective, PlanItem } from '#/contract/index.ts';
import { useRead, useReadPages } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { formatDay, textFor, useT, useVariant } from '../words/index.ts';
import { ActsMenu } from './acts-menu.tsx';
import { Archive } from './archive.tsx';
import type { PlanActs } from './objectives.tsx';

type PlanItemsProps = {
  /** The archived too: an item keeps the one that it serves. */
  objectives: Objective[];
  /** Null for who may not change the plan. */
  acts: PlanActs<PlanItem> | null;
};

export function PlanItems({ objectives, acts }: PlanItemsProps) {
  const t = useT();
  const pages = useReadPages('listPlanItems', { query: { limit: 100 } });
  const archive = useReadPages('listPlanItems', { query: { limit: 100, archived: 'yes' } });
  const { items, error, isPending, refetch } = pages;
  const one = useSearchParams()[0].get('item');
  if (one) return <OneItem id={one} objectives={objectives} acts={acts} />;
  if (isPending) return <Skeleton rows={6} />;
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          art="calendar"
          title={t(archive.items.length > 0 ? 'studio:plan.all-items-archived' : 'studio:plan.no-items')}
          text={t('studio:plan.no-items-text')}
        />
      ) : (
        <ItemTable items={items} objectives={objectives} acts={acts}>
          <MoreButton pages={pages} />
        </ItemTable>
      )}
      <Archive
        title={t('studio:plan.archived-items')}
        things={archive.items}
        {...(acts ? { onRestore: (item: PlanItem) => acts.onArchive(item, false) } : {})}
      >
        <MoreButton pages={archive} />
      </Archive>
    </>
  );
}

/** One that was searched for, wherever in the plan it stands. */
function OneItem({ id, objectives, acts }: PlanItemsProps & { id: string }) {
  const t = useT();
  const here = useHere();
  const { data, error, refetch } = useRead('getPlanItem', { params: { planItemId: id } });
  return (
    <div className="stack">
      <p className="cluster">
        {t('studio:plan.one-item')} <Link to={here('plan')}>{t('studio:plan.all-items')}</Link>
      </p>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={1} />}
      {data && (
        <ItemTable items={[data]} objectives={objectives} acts={data.archivedAt ? null : acts}>
          {null}
        </ItemTable>
      )}
    </div>
  );
}

type ItemTableProps = PlanItemsProps & { items: PlanItem[]; children: ReactNode };

function ItemTable({ items, objectives, acts, children }: ItemTableProps) {
  const t = useT();
  return (
    <div className="card card--flush table--cards">
      <table className="table">
        <caption className="visually-hidden">{t('studio:plan.items')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio:plan.item')}</th>
            <th scope="col">{t('studio:plan.due')}</th>
            <th scope="col">{t('studio:plan.theme')}</th>
            <th scope="col">{t('studio:plan.objective')}</th>
            <th scope="col">{t('studio:plan.variants')}</th>
            <th scope="col">{t('studio:place.posts')}</th>
            {acts && (
              <th scope="col">
                <span className="visually-hidden">{t('studio:plan.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow key={item.id} item={item} objectives={objectives} acts={acts} />
          ))}
        </tbody>
      </table>
      {children}
    </div>
  );
}

function ItemRow({ item, objectives, acts }: PlanItemsProps & { item: PlanItem }) {
  const t = useT();
  const here = useHere();
  const variant = useVariant();
  const mayWrite = usePermission('post.write');
  const title = textFor(item.titles, variant);
  const objective = objectives.find(({ id }) => id === item.objectiveId);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-label={t('studio:plan.due')}>
        <time dateTime={item.dueOn}>{formatDay(item.dueOn, variant)}</time>
      </td>
      <td data-label={t('studio:plan.theme')}>{item.theme}</td>
      <td data-label={t('studio:plan.objective')}>{objective && textFor(objective.titles, variant)}</td>
      <td data-label={t('studio:plan.variants')}>
        {item.variants.map((one) => t(`studio:variant-short.${one}`)).join(', ')}
      </td>
      <td data-label={t('studio:place.posts')} className="nowrap">
        {item.posts > 0 ? t('common:count.posts', { count: item.posts }) : null}
        {item.posts === 0 && !mayWrite && t('studio:plan.no-posts')}
        {item.posts === 0 && mayWrite && (
          <Link className="button button--small" to={here(`posts/new?planItem=${item.id}`)}>
            <Icon name="compose" />
            {t('studio:plan.write')}
          </Link>
        )}
      </td>
      {acts && (
        <td className="table__number row-acts">
          <ActsMenu
            title={title}
            onEdit={() => acts.onEdit(item)}
            onArchive={() => acts.onArchive(item, true)}
          />
        </td>
      )}
    </tr>
  );
}
