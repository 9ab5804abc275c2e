import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { Texts } from '#/modules/institutions/index.ts';
import type { ObjectiveTable } from './tables.ts';

export type ObjectiveRow = Selectable<ObjectiveTable>;

export async function insertObjective(
  tx: Tx,
  objective: {
    id: string;
    institutionId: string;
    titles: Texts;
    measures: Texts;
    audiences: Texts;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('objectives')
    .values({
      id: objective.id,
      institution_id: objective.institutionId,
      titles: JSON.stringify(objective.titles),
      measures: JSON.stringify(objective.measures),
      audiences: JSON.stringify(objective.audiences),
      created_at: objective.now.toString(),
    })
    .execute();
}

/** A strategy has a handful of objectives; a hundred is a mistake of another kind. */
export const listObjectiveRows = (tx: Tx): Promise<ObjectiveRow[]> =>
  tx.selectFrom('objectives').selectAll().orderBy('id').limit(100).execute();
