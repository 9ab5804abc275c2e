import { operations, type Objective, type PlanItem } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Actor } from '#/modules/people/index.ts';
import {
  archivePlanItem,
  changePlanItem,
  createPlanItem,
  listPlanItems,
  readPlanItem,
  restorePlanItem,
  type PlanItemRow,
} from '#/modules/planning/index.ts';
import { countPostsOfPlanItems } from '#/modules/posts/index.ts';
import {
  archiveObjective,
  changeObjective,
  createObjective,
  listObjectives,
  readObjective,
  restoreObjective,
  type ObjectiveRow,
} from '#/modules/strategy/index.ts';
import { orCurrent, type Read } from './or-current.ts';
import { instantOrNull } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = { db: Db; clock: Clock };

/** Objectives and the publication plan. */
export function mountPlanning(api: ApiRouter, deps: Deps): void {
  mountObjectives(api, deps);
  mountPlanItems(api, deps);
}

const presentObjective = (row: ObjectiveRow): Objective => ({
  id: row.id,
  titles: row.titles,
  measures: row.measures,
  audiences: row.audiences,
  archivedAt: instantOrNull(row.archived_at ?? null),
  revision: row.revision,
});

const presentPlanItem = (row: PlanItemRow, posts: number): PlanItem => ({
  id: row.id,
  objectiveId: row.objective_id,
  campaignId: row.campaign_id,
  titles: row.titles,
  theme: row.theme,
  variants: row.variants,
  dueOn: row.due_on,
  posts,
  archivedAt: instantOrNull(row.archived_at ?? null),
  revision: row.revision,
});

function mountObjectives(api: ApiRouter, deps: Deps): void {
  const read = (actor: Actor, id: string): Promise<Read<Objective>> =>
    deps.db.within(actor, async (tx) => {
      const row = await readObjective(tx, actor, id);
      return { body: presentObjective(row), version: row.revision, changedBy: row.changed_by_name };
    });
  api.on(operations.listObjectives, async ({ actor, query }) => {
    const rows = await deps.db.within(actor, (tx) => listObjectives(tx, actor, query.archived === 'yes'));
    return { body: { items: rows.map(presentObjective) } };
  });
  api.on(operations.createObjective, async ({ actor, body }) => ({
    ...(await read(actor, await createObjective(deps, actor, body))),
    status: 201,
  }));
  api.on(operations.getObjective, ({ actor, params }) => read(actor, params.objectiveId));
  api.on(operations.changeObjective, async ({ actor, params, body, ifMatch, t }) => {
    const current = () => read(actor, params.objectiveId);
    await orCurrent('objective.changed', t, current, () =>
      changeObjective(deps, actor, params.objectiveId, ifMatch, body),
    );
    return current();
  });
  api.on(operations.archiveObjective, async ({ actor, params }) => {
    await archiveObjective(deps, actor, params.objectiveId);
    return read(actor, params.objectiveId);
  });
  api.on(operations.restoreObjective, async ({ actor, params }) => {
    await restoreObjective(deps, actor, params.objectiveId);
    return read(actor, params.objectiveId);
  });
}

function mountPlanItems(api: ApiRouter, deps: Deps): void {
  const read = (actor: Actor, id: string): Promise<Read<PlanItem>> =>
    deps.db.within(actor, async (tx) => {
      const row = await readPlanItem(tx, actor, id);
      const counts = await countPostsOfPlanItems(tx, [id]);
      const body = presentPlanItem(row, counts.get(id) ?? 0);
      return { body, version: row.revision, changedBy: row.changed_by_name };
    });
  api.on(operations.listPlanItems, async ({ actor, query: { archived, ...page } }) =>
    deps.db.within(actor, async (tx) => {
      const { rows, next } = await listPlanItems(tx, actor, { ...page, archived: archived === 'yes' });
      const counts = await countPostsOfPlanItems(
        tx,
        rows.map((row) => row.id),
      );
      return { body: { items: rows.map((row) => presentPlanItem(row, counts.get(row.id) ?? 0)), next } };
    }),
  );
  api.on(operations.createPlanItem, async ({ actor, body }) => ({
    ...(await read(actor, await createPlanItem(deps, actor, body))),
    status: 201,
  }));
  api.on(operations.getPlanItem, ({ actor, params }) => read(actor, params.planItemId));
  api.on(operations.changePlanItem, async ({ actor, params, body, ifMatch, t }) => {
    const current = () => read(actor, params.planItemId);
    await orCurrent('plan-item.changed', t, current, () =>
      changePlanItem(deps, actor, params.planItemId, ifMatch, body),
    );
    return current();
  });
  api.on(operations.archivePlanItem, async ({ actor, params }) => {
    await archivePlanItem(deps, actor, params.planItemId);
    return read(actor, params.planItemId);
  });
  api.on(operations.restorePlanItem, async ({ actor, params }) => {
    await restorePlanItem(deps, actor, params.planItemId);
    return read(actor, params.planItemId);
  });
}
