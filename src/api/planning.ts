import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { createPlanItem, listPlanItems, type PlanItemRow } from '#/modules/planning/index.ts';
import { countPostsOfPlanItems } from '#/modules/posts/index.ts';
import { createObjective, listObjectives } from '#/modules/strategy/index.ts';
import type { ApiRouter } from './router.ts';

const present = (row: PlanItemRow, posts: number) => ({
  id: row.id,
  objectiveId: row.objective_id,
  titles: row.titles,
  theme: row.theme,
  variants: row.variants,
  dueOn: row.due_on,
  posts,
});

/** Objectives and the publication plan. */
export function mountPlanning(api: ApiRouter, deps: { db: Db; clock: Clock }): void {
  api.on(operations.listObjectives, async ({ actor }) => {
    const rows = await deps.db.within(actor, (tx) => listObjectives(tx, actor));
    const items = rows.map(({ id, titles, measures, audiences }) => ({ id, titles, measures, audiences }));
    return { body: { items } };
  });
  api.on(operations.createObjective, async ({ actor, body }) => ({
    body: { id: await createObjective(deps, actor, body), ...body },
    status: 201,
  }));
  api.on(operations.listPlanItems, async ({ actor, query }) =>
    deps.db.within(actor, async (tx) => {
      const { rows, next } = await listPlanItems(tx, actor, query);
      const counts = await countPostsOfPlanItems(
        tx,
        rows.map((row) => row.id),
      );
      return { body: { items: rows.map((row) => present(row, counts.get(row.id) ?? 0)), next } };
    }),
  );
  api.on(operations.createPlanItem, async ({ actor, body }) => ({
    body: { id: await createPlanItem(deps, actor, body), ...body, posts: 0 },
    status: 201,
  }));
}
