import type { Selectable } from 'kysely';
import type { Reason } from '#/connectors/contract.ts';
import type { Tx } from '#/db/database.ts';
import type { ConnectionState, ConnectionTable } from './tables.ts';

export type ConnectionRow = Selectable<ConnectionTable>;

export async function insertConnection(
  tx: Tx,
  row: Omit<ConnectionRow, 'state' | 'reason' | 'account_id' | 'created_at' | 'expires_at'> & {
    now: Temporal.Instant;
    until: Temporal.Instant;
  },
): Promise<void> {
  const { now, until, ...columns } = row;
  await tx
    .insertInto('connections')
    .values({
      ...columns,
      state: 'waiting',
      reason: JSON.stringify(null),
      created_at: now.toString(),
      expires_at: until.toString(),
    })
    .execute();
}

/** Those that ran out long enough ago that nobody looks at what came of them. */
export async function forgetConnections(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('connections').where('expires_at', '<', before).execute();
}

/** Takes it out of `waiting`, once: whoever comes second with the same state finds nothing. */
export const takeConnection = (
  tx: Tx,
  by: { stateHash: string; personId: string; network: string; now: Temporal.Instant },
): Promise<ConnectionRow | undefined> =>
  tx
    .updateTable('connections')
    .set({ state: 'working' })
    .where('state_hash', '=', by.stateHash)
    .where('person_id', '=', by.personId)
    .where('network', '=', by.network)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', by.now)
    .returningAll()
    .executeTakeFirst();

/** Of the person themselves; locked where a choice is made. */
export const readConnection = (
  tx: Tx,
  id: string,
  personId: string,
  options: { lock?: boolean } = {},
): Promise<ConnectionRow | undefined> =>
  tx
    .selectFrom('connections')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst();

export async function updateConnection(
  tx: Tx,
  id: string,
  change: { state: ConnectionState; sealed: string; reason?: Reason; accountId?: string },
): Promise<void> {
  await tx
    .updateTable('connections')
    .set({
      state: change.state,
      sealed: change.sealed,
      reason: JSON.stringify(change.reason ?? null),
      account_id: change.accountId ?? null,
    })
    .where('id', '=', id)
    .execute();
}
