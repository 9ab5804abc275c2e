import type { Tx } from '#/db/database.ts';
import type { Role } from './policy.ts';

/** Ids of the people who hold one of the roles today, for rooms that have to tell them something. */
export async function whoHolds(tx: Tx, institutionId: string, roles: readonly Role[]): Promise<string[]> {
  if (roles.length === 0) return [];
  const rows = await tx
    .selectFrom('memberships')
    .select('person_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where('role', 'in', roles)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}
