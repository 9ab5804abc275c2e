import { sql, type Kysely } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { Texts } from '#/modules/posts/index.ts';

export type PauseRow = {
  id: string;
  institution_id: string | null;
  reason: string;
  statement: Texts;
  started_by: string | null;
  started_by_name: string | null;
  started_at: Temporal.Instant;
};

/** The pauses that stand over the institution of the transaction: that of all institutions first. */
export const listStanding = (tx: Tx): Promise<PauseRow[]> =>
  standing(tx)
    .orderBy('pauses.institution_id', (order) => order.nullsFirst())
    .execute();

/** The pause of all institutions, where it stands. */
export const findHousePause = (db: Kysely<Tables> | Tx): Promise<PauseRow | undefined> =>
  standing(db).where('pauses.institution_id', 'is', null).executeTakeFirst();

const standing = (db: Kysely<Tables> | Tx) =>
  db
    .selectFrom('pauses')
    .leftJoin('people', 'people.id', 'pauses.started_by')
    .select([
      'pauses.id',
      'pauses.institution_id',
      'pauses.reason',
      'pauses.statement',
      'pauses.started_by',
      'people.name as started_by_name',
      'pauses.started_at',
    ])
    .where('pauses.ended_at', 'is', null);

/** What the institution said the last time, to begin from. */
export async function lastStatement(tx: Tx, institutionId: string): Promise<Texts> {
  const row = await tx
    .selectFrom('pauses')
    .select('statement')
    .where('institution_id', '=', institutionId)
    .where('cause', '=', 'person')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.statement ?? {};
}

export async function insertPause(
  tx: Tx,
  pause: {
    id: string;
    institutionId: string | null;
    reason: string;
    statement: Texts;
    startedBy: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('pauses')
    .values({
      id: pause.id,
      institution_id: pause.institutionId,
      reason: pause.reason,
      statement: JSON.stringify(pause.statement),
      started_by: pause.startedBy,
      started_at: pause.now.toString(),
      ended_by: null,
      ended_at: null,
    })
    .execute();
}

/** Until the transaction ends nobody begins or ends a pause, and no delivery is marked as sent. */
export async function lockPauses(tx: Tx): Promise<void> {
  await sql`select lock_pauses()`.execute(tx);
}

/** How many deliveries fell due meanwhile and are held on. Null where the pause does not stand (any more). */
export async function endPause(tx: Tx, id: string, now: Temporal.Instant): Promise<number | null> {
  const { rows } = await sql<{ held: number | null }>`
    select end_pause(${id}::uuid, ${now.toString()}::timestamptz) as held`.execute(tx);
  return rows[0]?.held ?? null;
}

export async function isCoordinator(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select is_coordinator() as is`.execute(tx);
  return rows[0]?.is === true;
}
