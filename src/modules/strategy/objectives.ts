import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';

/** Adds an objective and answers its id. */
export async function createObjective(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: queries.ObjectiveFields,
): Promise<string> {
  permit(actor, 'plan.change');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const id = newId();
    await queries.insertObjective(tx, { id, institutionId: actor.institutionId, now, ...input });
    await record(tx, actor, now, { kind: 'objective.created', subjectType: 'objective', subjectId: id });
    return id;
  });
}

/** Those that are not archived, or those that are. */
export async function listObjectives(
  tx: Tx,
  actor: Actor,
  archived: boolean,
): Promise<queries.ObjectiveRow[]> {
  permit(actor, 'plan.read');
  return queries.listObjectiveRows(tx, archived);
}

/** With the name of whoever changed it last. @throws Problem `objective.not-found` */
export async function readObjective(tx: Tx, actor: Actor, objectiveId: string) {
  permit(actor, 'plan.read');
  const row = await queries.readObjectiveRow(tx, objectiveId);
  if (!row) throw new Problem('not-found', 'objective.not-found');
  return row;
}
