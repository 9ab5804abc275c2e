import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { AccountLimits, Holder, Principal } from './permit.ts';
import type { Role } from './policy.ts';

/** What somebody may act as in one institution: of their own, and for others. */
export type Standing = Holder & { principals: Principal[] };

type GrantRow = {
  institution_id: string;
  principal_id: string | null;
  role: Role;
  account_ids: string[] | null;
};

/** Every institution in which the person of this transaction has a role. */
export async function standingsOfMe(tx: Tx, at: Temporal.Instant): Promise<Map<string, Standing>> {
  const { rows } = await sql<GrantRow>`
    select institution_id, principal_id, role, account_ids from grants_of_me(${at.toString()})`.execute(tx);
  const byInstitution = Map.groupBy(rows, (row) => row.institution_id);
  return new Map([...byInstitution].map(([id, grants]) => [id, standingOf(grants)]));
}

function standingOf(grants: readonly GrantRow[]): Standing {
  const byHolder = Map.groupBy(grants, (grant) => grant.principal_id);
  const own = holderOf(byHolder.get(null) ?? []);
  const principals = [...byHolder].flatMap(([personId, held]) =>
    personId === null ? [] : [{ personId, ...holderOf(held) }],
  );
  return { ...own, principals };
}

function holderOf(grants: readonly Pick<GrantRow, 'role' | 'account_ids'>[]): Holder {
  const limits: AccountLimits = {};
  for (const { role, account_ids: accounts } of grants) if (accounts) limits[role] = accounts;
  const roles = grants.map(({ role }) => role);
  return Object.keys(limits).length === 0 ? { roles } : { roles, limits };
}

/** The same of a colleague, from within the institution. */
export async function listLimits(tx: Tx, institutionId: string): Promise<Map<string, AccountLimits>> {
  const rows = await tx
    .selectFrom('memberships')
    .innerJoin('membership_accounts', 'membership_accounts.membership_id', 'memberships.id')
    .select(['memberships.person_id', 'memberships.role', 'membership_accounts.account_id'])
    .where('memberships.institution_id', '=', institutionId)
    .where('memberships.ended_at', 'is', null)
    .orderBy('membership_accounts.account_id')
    .execute();
  const limits = new Map<string, Partial<Record<Role, string[]>>>();
  for (const row of rows) {
    const ofPerson = limits.get(row.person_id) ?? {};
    limits.set(row.person_id, ofPerson);
    (ofPerson[row.role] ??= []).push(row.account_id);
  }
  return limits;
}

/** Limits a role to these accounts, in place of those it had; none leaves it unlimited. */
export async function replaceLimit(
  tx: Tx,
  holder: { institutionId: string; personId: string; role: Role },
  accounts: readonly string[],
): Promise<void> {
  const membership = await tx
    .selectFrom('memberships')
    .select('id')
    .where('institution_id', '=', holder.institutionId)
    .where('person_id', '=', holder.personId)
    .where('role', '=', holder.role)
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('membership_accounts').where('membership_id', '=', membership.id).execute();
  if (accounts.length === 0) return;
  await tx
    .insertInto('membership_accounts')
    .values(
      [...new Set(accounts)].map((account) => ({
        membership_id: membership.id,
        institution_id: holder.institutionId,
        account_id: account,
      })),
    )
    .execute();
}
