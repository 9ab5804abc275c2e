import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { ObjectiveTable } from './tables.ts';

export type ObjectiveRow = Selectable<ObjectiveTable>;
export type ObjectiveFields = Pick<ObjectiveRow, 'titles' | 'measures' | 'audiences'>;
/** What every change of a row writes beside what it changes. */
export type Stamp = { revision: number; changed_by: string | null };

const written = (fields: ObjectiveFields) => ({
  titles: JSON.stringify(fields.titles),
  measures: JSON.stringify(fields.measures),
  audiences: JSON.stringify(fields.audiences),
});

export async function insertObjective(
  tx: Tx,
  objective: ObjectiveFields & { id: string; institutionId: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('objectives')
    .values({
      id: objective.id,
      institution_id: objective.institutionId,
      ...written(objective),
      revision: 1,
      changed_by: null,
      created_at: objective.now.toString(),
    })
    .execute();
}

/** With the name of whoever changed it last. */
export const readObjectiveRow = (
  tx: Tx,
  id: string,
): Promise<(ObjectiveRow & { changed_by_name: string | null }) | undefined> =>
  tx
    .selectFrom('objectives')
    .leftJoin('people', 'people.id', 'objectives.changed_by')
    .selectAll('objectives')
    .select('people.name as changed_by_name')
    .where('objectives.id', '=', id)
    .executeTakeFirst();

export const lockObjectiveRow = (tx: Tx, id: string): Promise<ObjectiveRow | undefined> =>
  tx.selectFrom('objectives').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function updateObjective(
  tx: Tx,
  id: string,
  fields: ObjectiveFields,
  stamp: Stamp,
): Promise<void> {
  await tx
    .updateTable('objectives')
    .set({ ...written(fields), ...stamp })
    .where('id', '=', id)
    .execute();
}

export async function updateObjectiveArchived(
  tx: Tx,
  id: string,
  at: Temporal.Instant | null,
  stamp: Stamp,
): Promise<void> {
  await tx
    .updateTable('objectives')
    .set({ archived_at: at?.toString() ?? null, ...stamp })
    .where('id', '=', id)
    .execute();
}

/** A strategy has a handful of objectives; a hundred is a mistake of another kind. */
export const listObjectiveRows = (tx: Tx, archived: boolean): Promise<ObjectiveRow[]> =>
  tx
    .selectFrom('objectives')
    .selectAll()
    .where('archived_at', archived ? 'is not' : 'is', null)
    .orderBy('id')
    .limit(100)
    .execute();
