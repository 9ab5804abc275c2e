import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { SandboxFault } from './rules.ts';
import type { SandboxAccountTable } from './tables.ts';

export type AccountRow = Selectable<SandboxAccountTable>;

/** Whose token it is, asked from outside the wall. */
export async function findByTokenHash(db: Kysely<Tables>, hash: string) {
  const { rows } = await sql<{ id: string; institution_id: string; handle: string }>`
    select id, institution_id, handle from find_sandbox_account(${hash})`.execute(db);
  return rows[0];
}

/** Whose handle it is, asked from outside the wall. */
export async function findByHandle(db: Kysely<Tables> | Tx, handle: string) {
  const { rows } = await sql<{ id: string; institution_id: string }>`
    select id, institution_id from find_sandbox_handle(${handle})`.execute(db);
  return rows[0];
}

/** Whose picture it is, asked from outside the wall. */
export async function findOwnerOfMedia(db: Kysely<Tables>, mediaId: string): Promise<string | undefined> {
  const { rows } = await sql<{ institution_id: string }>`
    select institution_id from find_sandbox_media(${mediaId}::uuid)`.execute(db);
  return rows[0]?.institution_id;
}

export const readAccount = (tx: Tx, id: string): Promise<AccountRow> =>
  tx.selectFrom('sandbox_accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const listAccounts = (tx: Tx): Promise<AccountRow[]> =>
  tx.selectFrom('sandbox_accounts').selectAll().orderBy('handle').execute();

/** Makes the account, or gives an account of the same institution new tokens. Null where another one has the handle. */
export async function upsertAccount(
  tx: Tx,
  account: Omit<AccountRow, 'created_at'> & { now: Temporal.Instant },
): Promise<{ row: AccountRow; isNew: boolean } | null> {
  const { now, ...values } = account;
  const inserted = await tx
    .insertInto('sandbox_accounts')
    .values({ ...values, created_at: now.toString() })
    .onConflict((conflict) => conflict.column('handle').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted) return { row: inserted, isNew: true };
  const renewed = await tx
    .updateTable('sandbox_accounts')
    .set({ token_hash: values.token_hash, display_name: values.display_name })
    .where('handle', '=', values.handle)
    .returningAll()
    .executeTakeFirst();
  return renewed ? { row: renewed, isNew: false } : null;
}

export const listFaultRows = (tx: Tx): Promise<{ fault: SandboxFault; remaining: number }[]> =>
  tx
    .selectFrom('sandbox_faults')
    .select(['fault', 'remaining'])
    .where('remaining', '>', 0)
    .orderBy('created_at')
    .orderBy('fault')
    .execute();

export async function writeFault(
  tx: Tx,
  row: { institutionId: string; fault: SandboxFault; times: number; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('sandbox_faults')
    .values({
      institution_id: row.institutionId,
      fault: row.fault,
      remaining: row.times,
      created_at: row.now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['institution_id', 'fault'])
        .doUpdateSet({ remaining: row.times, created_at: row.now.toString() }),
    )
    .execute();
}

/** Uses up one of the oldest fault that applies. Two requests at once never use up the same one. */
export async function useUpFault(tx: Tx, applicable: readonly SandboxFault[]): Promise<SandboxFault | null> {
  const { rows } = await sql<{ fault: SandboxFault }>`
    update sandbox_faults set remaining = remaining - 1
    where (institution_id, fault) = (
      select institution_id, fault from sandbox_faults
      where remaining > 0 and fault = any(${applicable}::text[])
      order by created_at, fault limit 1 for update)
    returning fault`.execute(tx);
  return rows[0]?.fault ?? null;
}
