import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { DelegationTable } from './tables.ts';

export type DelegationRow = Selectable<DelegationTable>;

export async function insertDelegation(
  tx: Tx,
  delegation: {
    id: string;
    institutionId: string;
    principalId: string;
    delegateId: string;
    reason: string;
    startsAt: Temporal.Instant;
    endsAt: Temporal.Instant;
    by: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('delegations')
    .values({
      id: delegation.id,
      institution_id: delegation.institutionId,
      principal_id: delegation.principalId,
      delegate_id: delegation.delegateId,
      reason: delegation.reason,
      starts_at: delegation.startsAt.toString(),
      ends_at: delegation.endsAt.toString(),
      created_by: delegation.by,
      created_at: delegation.now.toString(),
    })
    .execute();
}

export const lockDelegation = (tx: Tx, id: string): Promise<DelegationRow | undefined> =>
  tx.selectFrom('delegations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function markDelegationEnded(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('delegations').set({ ended_at: now.toString() }).where('id', '=', id).execute();
}

/** Those of a person that hold now or will, lent or held. */
export const listStandingDelegations = (tx: Tx, personId: string, now: Temporal.Instant) =>
  listed(tx)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now.toString() as never)
    .where((eb) => eb.or([eb('principal_id', '=', personId), eb('delegate_id', '=', personId)]))
    .execute();

/** The last to end first. The house has a few a year; those far in the past are read in the record. */
export const listDelegationRows = (tx: Tx, limit = 100) =>
  listed(tx).orderBy('ends_at', 'desc').orderBy('delegations.id', 'desc').limit(limit).execute();

const listed = (tx: Tx) =>
  tx
    .selectFrom('delegations')
    .innerJoin('people as principal', 'principal.id', 'delegations.principal_id')
    .innerJoin('people as delegate', 'delegate.id', 'delegations.delegate_id')
    .selectAll('delegations')
    .select(['principal.name as principal_name', 'delegate.name as delegate_name']);
