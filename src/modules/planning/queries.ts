import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { likePatterns } from '#/db/like-patterns.ts';
import { foldForSearch } from '#/language/index.ts';
import type { PlanItemTable } from './tables.ts';

export type PlanItemRow = Selectable<PlanItemTable>;
export type PlanItemFields = Pick<
  PlanItemRow,
  'objective_id' | 'campaign_id' | 'titles' | 'theme' | 'variants' | 'due_on'
>;
export type NewPlanItem = PlanItemFields &
  Pick<PlanItemRow, 'id' | 'institution_id' | 'created_by'> & { now: Temporal.Instant };
/** What every change of a row writes beside what it changes. */
export type Stamp = { revision: number; changed_by: string | null };

const searchTextOf = ({ titles, theme }: Pick<PlanItemFields, 'titles' | 'theme'>): string =>
  foldForSearch([...Object.values(titles), theme].join('\n'));

export async function insertPlanItem(tx: Tx, { now, ...item }: NewPlanItem): Promise<void> {
  await tx
    .insertInto('plan_items')
    .values({
      ...item,
      titles: JSON.stringify(item.titles),
      search: searchTextOf(item),
      revision: 1,
      changed_by: null,
      created_at: now.toString(),
    })
    .execute();
}

/** With the name of whoever changed it last. */
export const readPlanItemRow = (
  tx: Tx,
  id: string,
): Promise<(PlanItemRow & { changed_by_name: string | null }) | undefined> =>
  tx
    .selectFrom('plan_items')
    .leftJoin('people', 'people.id', 'plan_items.changed_by')
    .selectAll('plan_items')
    .select('people.name as changed_by_name')
    .where('plan_items.id', '=', id)
    .executeTakeFirst();

export const lockPlanItemRow = (tx: Tx, id: string): Promise<PlanItemRow | undefined> =>
  tx.selectFrom('plan_items').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function updatePlanItem(
  tx: Tx,
  id: string,
  fields: PlanItemFields,
  stamp: Stamp,
): Promise<void> {
  await tx
    .updateTable('plan_items')
    .set({ ...fields, titles: JSON.stringify(fields.titles), search: searchTextOf(fields), ...stamp })
    .where('id', '=', id)
    .execute();
}

export async function updatePlanItemArchived(
  tx: Tx,
  id: string,
  at: Temporal.Instant | null,
  stamp: Stamp,
): Promise<void> {
  await tx
    .updateTable('plan_items')
    .set({ archived_at: at?.toString() ?? null, ...stamp })
    .where('id', '=', id)
    .execute();
}

/** Those that hold every word, of the archive last. The words must be folded already. */
export const findPlanItemRows = (tx: Tx, words: string, limit: number): Promise<PlanItemRow[]> =>
  tx
    .selectFrom('plan_items')
    .selectAll()
    .where(sql<boolean>`id in (select search_plan_items(${likePatterns(words)}::text[], ${limit}::integer))`)
    .orderBy(sql`archived_at is not null`)
    .orderBy('due_on', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Latest due first, paged by (due_on, id). */
export function listPlanItemRows(
  tx: Tx,
  page: { archived: boolean; after: { dueOn: string; id: string } | null; limit: number },
): Promise<PlanItemRow[]> {
  let query = tx
    .selectFrom('plan_items')
    .selectAll()
    .where('archived_at', page.archived ? 'is not' : 'is', null)
    .orderBy('due_on', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.after) {
    query = query.where(sql<boolean>`(due_on, id) < (${page.after.dueOn}::date, ${page.after.id}::uuid)`);
  }
  return query.execute();
}
