import { isDeepStrictEqual } from 'node:util';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';

type Deps = { db: Db; clock: Clock };

/** Changes an objective over the revision that the person has read. @throws Problem `objective.changed`, `objective.not-found` */
export async function changeObjective(
  deps: Deps,
  actor: Actor,
  objectiveId: string,
  read: number,
  input: queries.ObjectiveFields,
): Promise<void> {
  permit(actor, 'plan.change');
  await deps.db.within(actor, async (tx) => {
    const row = await lockObjective(tx, objectiveId);
    if (row.revision !== read)
      throw new Problem('changed', 'objective.changed', { detail: { revision: row.revision } });
    const fields = (['titles', 'measures', 'audiences'] as const).filter(
      (field) => !isDeepStrictEqual(row[field], input[field]),
    );
    if (fields.length === 0) return;
    const revision = row.revision + 1;
    await queries.updateObjective(tx, row.id, input, { revision, changed_by: actor.personId });
    await record(tx, actor, deps.clock.now(), {
      kind: 'objective.changed',
      subjectType: 'objective',
      subjectId: row.id,
      version: revision,
      detail: { fields },
    });
  });
}

/** Puts an objective away: it is offered no more, and what serves it keeps it. @throws Problem `objective.not-found` */
export const archiveObjective = (deps: Deps, actor: Actor, objectiveId: string): Promise<void> =>
  setArchived(deps, actor, objectiveId, true);

export const restoreObjective = (deps: Deps, actor: Actor, objectiveId: string): Promise<void> =>
  setArchived(deps, actor, objectiveId, false);

async function setArchived(deps: Deps, actor: Actor, objectiveId: string, archived: boolean): Promise<void> {
  permit(actor, 'plan.change');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await lockObjective(tx, objectiveId);
    if ((row.archived_at !== null) === archived) return;
    const revision = row.revision + 1;
    const stamp = { revision, changed_by: actor.personId };
    await queries.updateObjectiveArchived(tx, row.id, archived ? now : null, stamp);
    await record(tx, actor, now, {
      kind: archived ? 'objective.archived' : 'objective.restored',
      subjectType: 'objective',
      subjectId: row.id,
      version: revision,
    });
  });
}

async function lockObjective(tx: Tx, objectiveId: string): Promise<queries.ObjectiveRow> {
  const row = await queries.lockObjectiveRow(tx, objectiveId);
  if (!row) throw new Problem('not-found', 'objective.not-found');
  return row;
}
