import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import type { Slot, Taken } from './rules.ts';
import type { SlotTimetableTable } from './tables.ts';

export type TimetableRow = Selectable<SlotTimetableTable>;

export const listTimetableRows = (tx: Tx): Promise<TimetableRow[]> =>
  tx.selectFrom('slot_timetables').selectAll().execute();

export const readTimetableRow = (tx: Tx, accountId: string): Promise<TimetableRow | undefined> =>
  tx.selectFrom('slot_timetables').selectAll().where('account_id', '=', accountId).executeTakeFirst();

export async function writeTimetable(
  tx: Tx,
  by: { institutionId: string; personId: string | null },
  row: { accountId: string; slots: readonly Slot[]; skipDaysOff: boolean; revision: number },
  now: Temporal.Instant,
): Promise<void> {
  const fields = {
    slots: JSON.stringify(row.slots),
    skip_days_off: row.skipDaysOff,
    revision: row.revision,
    changed_by: by.personId,
    changed_at: now.toString(),
  };
  await tx
    .insertInto('slot_timetables')
    .values({ institution_id: by.institutionId, account_id: row.accountId, ...fields })
    .onConflict((conflict) => conflict.columns(['institution_id', 'account_id']).doUpdateSet(fields))
    .execute();
}

/** Until the transaction ends nobody else of the institution finds or changes slots. */
export async function lockSlots(tx: Tx, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('glasnik slots'), hashtext(${institutionId}))`.execute(tx);
}

type Holder = { holder: string; personId: string | null };

/**
 * What others hold at this time. A post that was saved with its slot has it, whoever holds it still: `own` is that post,
 * which is not in its own way.
 */
export async function listHeld(
  tx: Tx,
  now: Temporal.Instant,
  self: Holder | null,
  own: { dueAt: Temporal.Instant; personId: string | null } | null,
): Promise<Taken[]> {
  const rows = await tx
    .selectFrom('slot_holds')
    .select(['account_ids', 'due_at', 'holder', 'person_id'])
    .where('ends_at', '>', now.toString() as never)
    .execute();
  return rows
    .filter((row) => !self || row.holder !== self.holder || row.person_id !== self.personId)
    .filter((row) => !own || row.person_id !== own.personId || !own.dueAt.equals(row.due_at))
    .map((row) => ({ accountIds: row.account_ids, at: row.due_at }));
}

/** Holds a slot instead of what this holder had; what has run out goes too. */
export async function holdSlot(
  tx: Tx,
  by: Holder & { institutionId: string },
  slot: { accountIds: readonly string[]; at: Temporal.Instant; until: Temporal.Instant },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .deleteFrom('slot_holds')
    .where((eb) =>
      eb.or([
        eb('ends_at', '<=', now.toString() as never),
        eb.and([
          eb('holder', '=', by.holder),
          by.personId === null ? eb('person_id', 'is', null) : eb('person_id', '=', by.personId),
        ]),
      ]),
    )
    .execute();
  await tx
    .insertInto('slot_holds')
    .values({
      id: newId(),
      institution_id: by.institutionId,
      holder: by.holder,
      person_id: by.personId,
      account_ids: [...slot.accountIds],
      due_at: slot.at.toString(),
      ends_at: slot.until.toString(),
    })
    .execute();
}
