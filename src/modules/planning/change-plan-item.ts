import { isDeepStrictEqual } from 'node:util';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { fieldsOf, type PlanItemInput } from './plan-items.ts';
import * as queries from './queries.ts';

type Deps = { db: Db; clock: Clock };

/** Changes a plan item over the revision that the person has read. @throws Problem `plan-item.changed`, `plan-item.not-found` */
export async function changePlanItem(
  deps: Deps,
  actor: Actor,
  planItemId: string,
  read: number,
  input: PlanItemInput,
): Promise<void> {
  permit(actor, 'plan.change');
  await deps.db.within(actor, async (tx) => {
    const row = await lockPlanItem(tx, planItemId);
    if (row.revision !== read)
      throw new Problem('changed', 'plan-item.changed', { detail: { revision: row.revision } });
    const change = fieldsOf(input);
    const fields = (['objective_id', 'campaign_id', 'titles', 'theme', 'variants', 'due_on'] as const).filter(
      (field) => !isDeepStrictEqual(row[field], change[field]),
    );
    if (fields.length === 0) return;
    const revision = row.revision + 1;
    await queries.updatePlanItem(tx, row.id, change, { revision, changed_by: actor.personId });
    await record(tx, actor, deps.clock.now(), {
      kind: 'plan-item.changed',
      subjectType: 'plan-item',
      subjectId: row.id,
      version: revision,
      detail: { fields },
    });
  });
}

/** Puts a plan item away: it is offered no more, and posts that have it keep it. @throws Problem `plan-item.not-found` */
export const archivePlanItem = (deps: Deps, actor: Actor, planItemId: string): Promise<void> =>
  setArchived(deps, actor, planItemId, true);

export const restorePlanItem = (deps: Deps, actor: Actor, planItemId: string): Promise<void> =>
  setArchived(deps, actor, planItemId, false);

async function setArchived(deps: Deps, actor: Actor, planItemId: string, archived: boolean): Promise<void> {
  permit(actor, 'plan.change');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await lockPlanItem(tx, planItemId);
    if ((row.archived_at !== null) === archived) return;
    const revision = row.revision + 1;
    const stamp = { revision, changed_by: actor.personId };
    await queries.updatePlanItemArchived(tx, row.id, archived ? now : null, stamp);
    await record(tx, actor, now, {
      kind: archived ? 'plan-item.archived' : 'plan-item.restored',
      subjectType: 'plan-item',
      subjectId: row.id,
      version: revision,
    });
  });
}

async function lockPlanItem(tx: Tx, planItemId: string): Promise<queries.PlanItemRow> {
  const row = await queries.lockPlanItemRow(tx, planItemId);
  if (!row) throw new Problem('not-found', 'plan-item.not-found');
  return row;
}
