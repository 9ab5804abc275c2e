import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { Moments } from './rules.ts';
import type { ElectionEntryTable, ElectionPeriodTable } from './tables.ts';

export type PeriodRow = Selectable<ElectionPeriodTable> & { declared_by_name: string | null };
export type EntryRow = Selectable<ElectionEntryTable>;

const periods = (db: Kysely<Tables> | Tx) =>
  db
    .selectFrom('election_periods')
    .leftJoin('people', 'people.id', 'election_periods.declared_by')
    .selectAll('election_periods')
    .select('people.name as declared_by_name');

/** The periods that cover a moment, over the institution of the transaction. */
export const periodsAt = (tx: Tx, moment: Temporal.Instant): Promise<PeriodRow[]> =>
  periods(tx)
    .where('withdrawn_at', 'is', null)
    .where('starts_at', '<=', moment)
    .where('ends_at', '>', moment)
    .orderBy('starts_at')
    .orderBy('election_periods.id')
    .execute();

/** Those that stand or are to come. */
export const openPeriods = (tx: Tx, now: Temporal.Instant): Promise<PeriodRow[]> =>
  periods(tx)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .orderBy('election_periods.id')
    .execute();

/** Newest first. */
export const listPeriodRows = (
  db: Kysely<Tables> | Tx,
  page: { after?: string | undefined; limit: number; ofAll?: boolean },
): Promise<PeriodRow[]> => {
  let query = periods(db).orderBy('election_periods.id', 'desc').limit(page.limit);
  if (page.after !== undefined) query = query.where('election_periods.id', '<', page.after);
  if (page.ofAll) query = query.where('institution_id', 'is', null);
  return query.execute();
};

export const findPeriod = (tx: Tx, id: string): Promise<PeriodRow | undefined> =>
  periods(tx).where('election_periods.id', '=', id).executeTakeFirst();

/** Held until the transaction ends; none where the writer may not change it. */
export const lockPeriod = (tx: Tx, id: string): Promise<Selectable<ElectionPeriodTable> | undefined> =>
  tx.selectFrom('election_periods').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Changes with the open periods and their lists: what is scheduled is looked over once for each change. */
export async function lastChange(tx: Tx, now: Temporal.Instant): Promise<string> {
  const { rows } = await sql<{ at: string | null }>`
    select max(greatest(p.changed_at, e.changed_at))::text
      || ' ' || count(e.id) filter (where e.removed_at is null) as at
    from election_periods p left join election_entries e on e.period_id = p.id
    where p.withdrawn_at is null and p.ends_at > ${now.toString()}::timestamptz`.execute(tx);
  return rows[0]?.at ?? '';
}

export async function insertPeriod(tx: Tx, period: Insertable<ElectionPeriodTable>): Promise<void> {
  await tx.insertInto('election_periods').values(period).execute();
}

export async function updatePeriod(
  tx: Tx,
  id: string,
  change: Partial<Moments> & {
    name?: string;
    level?: ElectionPeriodTable['level'];
    withdrawn_by?: string | null;
    withdrawn_at?: string;
  },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('election_periods')
    .set(({ eb }) => ({
      ...(Object.fromEntries(
        Object.entries(change).map(([key, value]) => [
          key,
          value instanceof Temporal.Instant ? value.toString() : value,
        ]),
      ) as object),
      revision: eb('revision', '+', 1),
      changed_at: now.toString(),
    }))
    .where('id', '=', id)
    .execute();
}

/** The list of these periods as it stands. */
export async function listEntryRows(tx: Tx, periodIds: readonly string[]): Promise<EntryRow[]> {
  if (periodIds.length === 0) return [];
  return tx
    .selectFrom('election_entries')
    .selectAll()
    .where('period_id', 'in', periodIds)
    .where('removed_at', 'is', null)
    .orderBy('kind', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export const findEntry = (tx: Tx, id: string): Promise<EntryRow | undefined> =>
  tx.selectFrom('election_entries').selectAll().where('id', '=', id).executeTakeFirst();

export async function insertEntries(
  tx: Tx,
  entries: readonly Insertable<ElectionEntryTable>[],
): Promise<void> {
  if (entries.length > 0) await tx.insertInto('election_entries').values(entries).execute();
}

export async function markEntries(
  tx: Tx,
  ids: readonly string[],
  removed: { by: string | null } | null,
  now: Temporal.Instant,
): Promise<string[]> {
  const at = now.toString();
  const rows = await tx
    .updateTable('election_entries')
    .set({ removed_by: removed?.by ?? null, removed_at: removed ? at : null, changed_at: at })
    .where('id', 'in', ids)
    .where('removed_at', removed ? 'is' : 'is not', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function isCoordinator(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select is_coordinator() as is`.execute(tx);
  return rows[0]?.is === true;
}

/** Asked by the worker, from outside any institution. */
export async function institutionsInElection(db: Kysely<Tables>, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from institutions_in_election(${now.toString()}::timestamptz) as found (id)`.execute(db);
  return rows.map(({ id }) => id);
}
