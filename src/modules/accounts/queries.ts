import { sql, type Kysely, type Selectable } from 'kysely';
import type { Connected, Limits, Reason } from '#/connectors/contract.ts';
import type { Tables, Tx } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';
import type { GrantTimes } from './grants.ts';
import type { AccountState, AccountTable } from './tables.ts';

export type AccountRow = Selectable<AccountTable>;

export const readAccountRow = (tx: Tx, id: string): Promise<AccountRow | undefined> =>
  tx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();

export const findAccountRow = (tx: Tx, network: string, networkId: string): Promise<AccountRow | undefined> =>
  tx
    .selectFrom('accounts')
    .selectAll()
    .where('network', '=', network)
    .where('network_account_id', '=', networkId)
    .forUpdate()
    .executeTakeFirst();

export const listAccountRows = (tx: Tx): Promise<AccountRow[]> =>
  tx.selectFrom('accounts').selectAll().orderBy('state').orderBy('network').orderBy('handle').execute();

/** The names of those who answer for accounts. */
export async function namesOfOwners(tx: Tx, accounts: readonly AccountRow[]): Promise<Map<string, string>> {
  const ids = accounts.flatMap((row) => [row.owner_id, row.second_owner_id]).filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Accounts in use for which a person answers, first or second. */
export const listAccountsOf = (tx: Tx, personId: string): Promise<AccountRow[]> =>
  tx
    .selectFrom('accounts')
    .selectAll()
    .where('state', '<>', 'retired')
    .where((eb) => eb.or([eb('owner_id', '=', personId), eb('second_owner_id', '=', personId)]))
    .orderBy('handle')
    .execute();

export async function updateOwners(
  tx: Tx,
  id: string,
  owners: { ownerId: string | null; secondOwnerId: string | null },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ owner_id: owners.ownerId, second_owner_id: owners.secondOwnerId })
    .where('id', '=', id)
    .execute();
}

export type NewAccountRow = {
  id: string;
  institutionId: string;
  network: string;
  variant: Variant;
  connected: Connected;
  sealed: string;
  limits: Limits;
  times: GrantTimes;
  by: string | null;
  now: Temporal.Instant;
};

/** With every new session all that was known of the old one's end is over. */
const timesOf = ({ renewAt, endsAt }: GrantTimes) => ({
  renew_at: renewAt?.toString() ?? null,
  renew_tries: 0,
  grant_ends_at: endsAt?.toString() ?? null,
});

const columnsOf = (account: NewAccountRow) => ({
  handle: account.connected.handle,
  display_name: account.connected.displayName,
  url: account.connected.url,
  variant: account.variant,
  settings: JSON.stringify(account.connected.settings),
  session_sealed: account.sealed,
  limits: JSON.stringify(account.limits),
  state: 'connected' as const,
  state_reason: JSON.stringify(null),
  connected_by: account.by,
  connected_at: account.now.toString(),
  checked_at: account.now.toString(),
  retired_at: null,
  grant_warned: null,
  ...timesOf(account.times),
});

export async function insertAccount(tx: Tx, account: NewAccountRow): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({
      id: account.id,
      institution_id: account.institutionId,
      network: account.network,
      network_account_id: account.connected.networkId,
      owner_id: account.by,
      second_owner_id: null,
      revision: 1,
      ...columnsOf(account),
    })
    .execute();
}

/** Connecting again keeps the row, and with it all that hangs on it. */
export async function reconnectAccount(tx: Tx, account: NewAccountRow): Promise<void> {
  await tx
    .updateTable('accounts')
    .set((eb) => ({ ...columnsOf(account), revision: eb('revision', '+', 1) }))
    .where('id', '=', account.id)
    .execute();
}

export const lockAccountRow = (tx: Tx, id: string): Promise<AccountRow | undefined> =>
  tx.selectFrom('accounts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Changes a session only where it is still the one that was read; `times` where it is another one, not sealed anew. */
export async function replaceSession(
  tx: Tx,
  id: string,
  change: { from: string; to: string; times?: GrantTimes },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ session_sealed: change.to, ...(change.times ? timesOf(change.times) : {}) })
    .where('id', '=', id)
    .where('session_sealed', '=', change.from)
    .execute();
}

export async function updateAccountState(
  tx: Tx,
  id: string,
  state: AccountState,
  reason: Reason | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({
      state,
      state_reason: JSON.stringify(reason),
      // Nothing goes out there again, so the access is not kept.
      ...(state === 'retired' ? { retired_at: now.toString(), session_sealed: '' } : {}),
    })
    .where('id', '=', id)
    .execute();
}

export async function updateChecked(
  tx: Tx,
  id: string,
  limits: Limits | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ checked_at: now.toString(), ...(limits ? { limits: JSON.stringify(limits) } : {}) })
    .where('id', '=', id)
    .execute();
}

type Found = { institutionId: string; id: string };

/** Renewals that are due, put off by `holdMs` for whoever claims them. */
export async function claimRenewals(
  db: Kysely<Tables>,
  now: Temporal.Instant,
  { holdMs, batch }: { holdMs: number; batch: number },
): Promise<Found[]> {
  const { rows } = await sql<{ institution_id: string; id: string }>`
    select institution_id, id from claim_renewals(${now.toString()}, ${holdMs}, ${batch})`.execute(db);
  return rows.map((row) => ({ institutionId: row.institution_id, id: row.id }));
}

/** Accounts of whose end somebody must be told, or that have ended. */
export async function endingGrants(
  db: Kysely<Tables>,
  now: Temporal.Instant,
  days: readonly number[],
  batch: number,
): Promise<Found[]> {
  const { rows } = await sql<{ institution_id: string; id: string }>`
    select institution_id, id from ending_grants(${now.toString()}, ${days}::integer[], ${batch})`.execute(
    db,
  );
  return rows.map((row) => ({ institutionId: row.institution_id, id: row.id }));
}

export async function updateRenewal(
  tx: Tx,
  id: string,
  { renewAt, tries }: { renewAt: Temporal.Instant; tries: number },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ renew_at: renewAt.toString(), renew_tries: tries })
    .where('id', '=', id)
    .execute();
}

export async function updateWarned(tx: Tx, id: string, days: number): Promise<void> {
  await tx.updateTable('accounts').set({ grant_warned: days }).where('id', '=', id).execute();
}
