import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import type { Texts } from '#/modules/institutions/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { insertObjective, listObjectiveRows, type ObjectiveRow } from './queries.ts';

/** Adds an objective and answers its id. */
export async function createObjective(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: { titles: Texts; measures: Texts; audiences: Texts },
): Promise<string> {
  permit(actor, 'plan.change');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const id = newId();
    await insertObjective(tx, { id, institutionId: actor.institutionId, now, ...input });
    await record(tx, actor, now, { kind: 'objective.created', subjectType: 'objective', subjectId: id });
    return id;
  });
}

export async function listObjectives(tx: Tx, actor: Actor): Promise<ObjectiveRow[]> {
  permit(actor, 'plan.read');
  return listObjectiveRows(tx);
}
