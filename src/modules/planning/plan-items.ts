import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { Variant } from '#/language/index.ts';
import type { Texts } from '#/modules/institutions/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';

export type PlanItemInput = {
  objectiveId: string | null;
  campaignId?: string | null | undefined;
  titles: Texts;
  theme: string;
  variants: Variant[];
  dueOn: string;
};

export const fieldsOf = (input: PlanItemInput): queries.PlanItemFields => ({
  objective_id: input.objectiveId,
  campaign_id: input.campaignId ?? null,
  titles: input.titles,
  theme: input.theme,
  variants: [...new Set(input.variants)],
  due_on: input.dueOn,
});

/** Adds an item to the publication plan and answers its id. */
export async function createPlanItem(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: PlanItemInput,
): Promise<string> {
  permit(actor, 'plan.change');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const id = newId();
    await queries.insertPlanItem(tx, {
      id,
      institution_id: actor.institutionId,
      ...fieldsOf(input),
      created_by: actor.personId,
      now,
    });
    await record(tx, actor, now, { kind: 'plan-item.created', subjectType: 'plan-item', subjectId: id });
    return id;
  });
}

/** The plan, or what was archived of it, latest due first. */
export async function listPlanItems(
  tx: Tx,
  actor: Actor,
  page: { after?: string | undefined; limit: number; archived: boolean },
): Promise<{ rows: queries.PlanItemRow[]; next: string | null }> {
  permit(actor, 'plan.read');
  const rows = await queries.listPlanItemRows(tx, {
    archived: page.archived,
    after: parseKey(page.after),
    limit: page.limit + 1,
  });
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > page.limit && last ? `${last.due_on}_${last.id}` : null };
}

/** With the name of whoever changed it last. @throws Problem `plan-item.not-found` */
export async function readPlanItem(tx: Tx, actor: Actor, planItemId: string) {
  permit(actor, 'plan.read');
  const row = await queries.readPlanItemRow(tx, planItemId);
  if (!row) throw new Problem('not-found', 'plan-item.not-found');
  return row;
}

/** Variants that the plan asks of a post; none where it hangs on no item. @throws Problem `plan-item.not-found` */
export async function wantedVariants(tx: Tx, planItemId: string | null): Promise<readonly Variant[]> {
  if (planItemId === null) return [];
  const item = await queries.readPlanItemRow(tx, planItemId);
  if (!item) throw new Problem('not-found', 'plan-item.not-found');
  return item.variants;
}

function parseKey(after: string | undefined): { dueOn: string; id: string } | null {
  if (after === undefined) return null;
  const match = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(after);
  if (!match)
    throw new Problem('invalid', 'page.wrong-cursor', {
      faults: [{ path: '/after', code: 'page.wrong-cursor' }],
    });
  return { dueOn: match[1]!, id: match[2]! };
}
