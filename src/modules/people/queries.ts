import { sql, type Kysely } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { Role } from './policy.ts';

export const readPersonRow = (db: Kysely<Tables> | Tx, id: string) =>
  db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();

export const findPersonByEmail = (db: Kysely<Tables> | Tx, email: string) =>
  db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst();

export type NewPerson = { id: string; name: string; email: string; language: string; now: Temporal.Instant };

export async function insertPerson(tx: Tx, person: NewPerson): Promise<void> {
  await tx
    .insertInto('people')
    .values({
      id: person.id,
      name: person.name,
      email: person.email,
      email_verified: true,
      image: null,
      two_factor_enabled: false,
      language: person.language,
      created_at: person.now.toString(),
      updated_at: person.now.toString(),
    })
    .execute();
}

/** The credential as better-auth writes it for a password. */
export async function insertPassword(
  tx: Tx,
  password: { id: string; personId: string; hash: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('credentials')
    .values({
      id: password.id,
      person_id: password.personId,
      account_id: password.personId,
      provider_id: 'credential',
      password: password.hash,
      created_at: password.now.toString(),
      updated_at: password.now.toString(),
    })
    .execute();
}

export async function updatePassword(
  tx: Tx,
  personId: string,
  hash: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('credentials')
    .set({ password: hash, updated_at: now.toString() })
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .execute();
}

/** The hash of a person's password, held for this transaction; null where a directory or a passkey stands for it. */
export async function lockPassword(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('credentials')
    .select('password')
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .forUpdate()
    .executeTakeFirst();
  return row?.password ?? null;
}

/** All sessions, and what better-auth keeps between the two steps of a sign-in and for devices it trusts. */
export async function endSignIns(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('person_id', '=', personId).execute();
  await tx.deleteFrom('verifications').where('value', '=', personId).execute();
}

export async function deleteTwoFactor(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('two_factors').where('person_id', '=', personId).execute();
  await tx.deleteFrom('passkeys').where('person_id', '=', personId).execute();
  await tx
    .updateTable('people')
    .set({ two_factor_enabled: false, updated_at: now.toString() })
    .where('id', '=', personId)
    .execute();
}

/** Whether the person has a role outside the institution of this transaction. */
export async function belongsElsewhere(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    elsewhere: boolean;
  }>`select belongs_elsewhere(${personId}) as elsewhere`.execute(tx);
  return rows[0]?.elsewhere ?? false;
}

export async function updatePerson(
  tx: Tx,
  id: string,
  change: { name?: string | undefined; language?: string | undefined },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('people')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.language === undefined ? {} : { language: change.language }),
      updated_at: now.toString(),
    })
    .where('id', '=', id)
    .execute();
}

export const listInstitutionRows = (tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('institutions').selectAll().where('id', 'in', ids).orderBy('slug').execute();

export async function rolesIn(tx: Tx, institutionId: string, personId: string): Promise<Role[]> {
  const rows = await tx
    .selectFrom('memberships')
    .select('role')
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.role);
}

export const listColleagueRows = (tx: Tx, institutionId: string) =>
  tx
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select((eb) => [
      'people.id',
      'people.name',
      'people.email',
      'people.two_factor_enabled',
      'memberships.role',
      eb
        .exists(
          eb.selectFrom('passkeys').select('passkeys.id').whereRef('passkeys.person_id', '=', 'people.id'),
        )
        .as('has_passkey'),
    ])
    .where('memberships.institution_id', '=', institutionId)
    .where('memberships.ended_at', 'is', null)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute();

/** A membership that ended begins again; one that stands stays as it is. */
export async function startMembership(
  tx: Tx,
  membership: { id: string; institutionId: string; personId: string; role: Role; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({
      id: membership.id,
      institution_id: membership.institutionId,
      person_id: membership.personId,
      role: membership.role,
      created_at: membership.now.toString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'person_id', 'role']).doUpdateSet({
        ended_at: null,
        // Begun again by hand it no longer follows a directory's groups; one that stands is left as it is.
        provider_id: sql`case when memberships.ended_at is null then memberships.provider_id end` as never,
      }),
    )
    .execute();
}

export async function endMemberships(
  tx: Tx,
  institutionId: string,
  personId: string,
  roles: readonly Role[],
  now: Temporal.Instant,
): Promise<void> {
  if (roles.length === 0) return;
  await tx
    .updateTable('memberships')
    .set({ ended_at: now.toString() })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('role', 'in', roles)
    .where('ended_at', 'is', null)
    .execute();
}

export const listSessionRows = (db: Kysely<Tables>, personId: string, now: Temporal.Instant) =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', now.toString() as never)
    .orderBy('updated_at', 'desc')
    .execute();

export async function deleteSession(
  db: Kysely<Tables>,
  personId: string,
  sessionId: string,
): Promise<boolean> {
  const result = await db
    .deleteFrom('sessions')
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Keys in use that a person has made. */
/** Lets one transaction at a time decide whether the installation is empty. */
export async function lockSetup(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('glasnik setup'))`.execute(tx);
}

export async function countPeople(db: Kysely<Tables> | Tx): Promise<number> {
  const row = await db
    .selectFrom('people')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
