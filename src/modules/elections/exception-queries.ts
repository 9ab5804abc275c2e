import { sql, type Insertable, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { ElectionExceptionTable } from './tables.ts';

export type ExceptionRow = Selectable<ElectionExceptionTable> & { made_by_name: string | null };

const exceptions = (tx: Tx) =>
  tx
    .selectFrom('election_exceptions')
    .leftJoin('people', 'people.id', 'election_exceptions.made_by')
    .selectAll('election_exceptions')
    .select('people.name as made_by_name');

/** The exceptions that hold for a post. */
export const listStanding = (tx: Tx, postId: string): Promise<ExceptionRow[]> =>
  exceptions(tx).where('post_id', '=', postId).where('ended_at', 'is', null).orderBy('made_at').execute();

/** One with what people know its post and entry by. */
export type ReportedException = ExceptionRow & { title: string; entry: string };

/** All that were made in a period, those that were taken back among them. */
export const listOfPeriod = (tx: Tx, periodId: string): Promise<ReportedException[]> =>
  exceptions(tx)
    .innerJoin('election_entries', 'election_entries.id', 'election_exceptions.entry_id')
    .select([
      sql<string>`coalesce(nullif(election_entries.name, ''), election_entries.short_form)`.as('entry'),
      sql<string>`(select title from posts where posts.id = election_exceptions.post_id)`.as('title'),
    ])
    .where('election_exceptions.period_id', '=', periodId)
    .orderBy('made_at')
    .orderBy('election_exceptions.id')
    .execute();

/** False where one stands already. */
export async function insertException(
  tx: Tx,
  exception: Insertable<ElectionExceptionTable>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('election_exceptions')
    .values(exception)
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'post_id', 'entry_id']).where('ended_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function endExceptionRow(
  tx: Tx,
  id: string,
  ended: { by: string | null; at: Temporal.Instant },
): Promise<{ post_id: string; entry_id: string; period_id: string } | undefined> {
  return tx
    .updateTable('election_exceptions')
    .set({ ended_by: ended.by, ended_at: ended.at.toString() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['post_id', 'entry_id', 'period_id'])
    .executeTakeFirst();
}
