import type { Tx } from '#/db/database.ts';
import type { PlanImportTable } from './tables.ts';

/** The import that took these very rows in, with the name of whoever did it. */
export const findImport = (tx: Tx, fingerprint: string) =>
  tx
    .selectFrom('plan_imports')
    .leftJoin('people', 'people.id', 'plan_imports.imported_by')
    .select(['plan_imports.file_name', 'plan_imports.imported_at', 'people.name as imported_by_name'])
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();

/** False where somebody else has taken the same rows in at this moment. */
export async function insertImport(
  tx: Tx,
  { now, ...row }: Omit<PlanImportTable, 'imported_at'> & { now: Temporal.Instant },
): Promise<boolean> {
  const result = await tx
    .insertInto('plan_imports')
    .values({ ...row, imported_at: now.toString() })
    .onConflict((conflict) => conflict.columns(['institution_id', 'fingerprint']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
