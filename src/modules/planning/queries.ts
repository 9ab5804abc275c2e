import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { PlanItemTable } from './tables.ts';

export type PlanItemRow = Selectable<PlanItemTable>;
export type NewPlanItem = Omit<PlanItemRow, 'created_at'> & { now: Temporal.Instant };

export async function insertPlanItem(tx: Tx, { now, ...item }: NewPlanItem): Promise<void> {
  await tx
    .insertInto('plan_items')
    .values({ ...item, titles: JSON.stringify(item.titles), created_at: now.toString() })
    .execute();
}

export const readPlanItemRow = (tx: Tx, id: string): Promise<PlanItemRow | undefined> =>
  tx.selectFrom('plan_items').selectAll().where('id', '=', id).executeTakeFirst();

/** Latest due first, paged by (due_on, id). */
export function listPlanItemRows(
  tx: Tx,
  page: { after: { dueOn: string; id: string } | null; limit: number },
): Promise<PlanItemRow[]> {
  let query = tx
    .selectFrom('plan_items')
    .selectAll()
    .orderBy('due_on', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.after) {
    query = query.where(sql<boolean>`(due_on, id) < (${page.after.dueOn}::date, ${page.after.id}::uuid)`);
  }
  return query.execute();
}
