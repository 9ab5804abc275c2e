import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import { record, type Doer } from '#/modules/records/index.ts';
import type { Role } from './policy.ts';
import * as queries from './queries.ts';

/** Somebody for whom an institution's directory vouches. Who may be is decided by the caller. */
export type Newcomer = {
  institutionId: string;
  providerId: string;
  /** How the directory itself calls them, for good. */
  subject: string;
  email: string;
  name: string;
  /** What their groups give them now. */
  roles: readonly Role[];
  requestId: string;
};

/**
 * Lets somebody in whom a directory vouches for: finds or makes the person, and has the roles that came from its groups
 * follow the groups. Roles given by hand stay. Null where no role is left: then nothing is written.
 */
export async function admitFromDirectory(
  tx: Tx,
  newcomer: Newcomer,
  now: Temporal.Instant,
): Promise<string | null> {
  const { institutionId, providerId } = newcomer;
  const known = await findPerson(tx, newcomer);
  const held = known ? await heldRoles(tx, institutionId, known.id) : [];
  const change = await followed(tx, newcomer, held, known?.id);
  const gone = held.filter(({ role }) => change.ended.includes(role)).length;
  if (held.length - gone + change.started.length === 0) {
    // The directory takes away what it gave, also from who is not let in any more.
    if (known && change.ended.length > 0) await write(tx, newcomer, known.id, change, now);
    return null;
  }
  const personId = known?.id ?? newId();
  if (!known) {
    const { name, email } = newcomer;
    await queries.insertPerson(tx, { id: personId, name, email, language: 'bs', now });
    await record(tx, doerOf(newcomer, personId), now, {
      kind: 'person.joined',
      subjectType: 'person',
      subjectId: personId,
      detail: { providerId },
    });
  }
  if (!known?.linked) await link(tx, newcomer, personId, now);
  if (change.started.length + change.ended.length > 0) await write(tx, newcomer, personId, change, now);
  return personId;
}

const doerOf = ({ institutionId, requestId }: Newcomer, personId: string): Doer => ({
  personId,
  institutionId,
  via: 'session',
  requestId,
});

/** By the directory's own name for them; the first time by the address, which the directory answers for. */
async function findPerson(tx: Tx, { providerId, subject, email }: Newcomer) {
  const linked = await tx
    .selectFrom('credentials')
    .select('person_id as id')
    .where('provider_id', '=', providerId)
    .where('account_id', '=', subject)
    .executeTakeFirst();
  if (linked) return { id: linked.id, linked: true };
  const person = await queries.findPersonByEmail(tx, email);
  return person ? { id: person.id, linked: false } : null;
}

type Held = { role: Role; provider_id: string | null };

const heldRoles = (tx: Tx, institutionId: string, personId: string): Promise<Held[]> =>
  tx
    .selectFrom('memberships')
    .select(['role', 'provider_id'])
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();

type Change = { started: Role[]; ended: Role[]; kept: Role[] };

async function followed(
  tx: Tx,
  { institutionId, providerId, roles }: Newcomer,
  held: readonly Held[],
  personId: string | undefined,
): Promise<Change> {
  const started = roles.filter((role) => !held.some((one) => one.role === role));
  const ended = held
    .filter((one) => one.provider_id === providerId && !roles.includes(one.role))
    .map(({ role }) => role);
  const last = ended.includes('administrator') && !(await hasOtherAdministrator(tx, institutionId, personId));
  // A slip in a directory far away must not leave a house without anybody who can mend it.
  const kept: Role[] = last ? ['administrator'] : [];
  return { started, ended: ended.filter((role) => !kept.includes(role)), kept };
}

async function hasOtherAdministrator(
  tx: Tx,
  institutionId: string,
  personId: string | undefined,
): Promise<boolean> {
  const row = await tx
    .selectFrom('memberships')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .where('person_id', '!=', personId ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst();
  return row !== undefined;
}

async function link(tx: Tx, newcomer: Newcomer, personId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('credentials')
    .values({
      id: newId(),
      person_id: personId,
      account_id: newcomer.subject,
      provider_id: newcomer.providerId,
      password: null,
      created_at: now.toString(),
      updated_at: now.toString(),
    })
    .execute();
}

async function write(
  tx: Tx,
  newcomer: Newcomer,
  personId: string,
  { started, ended, kept }: Change,
  now: Temporal.Instant,
): Promise<void> {
  const { institutionId, providerId } = newcomer;
  for (const role of started) {
    await tx
      .insertInto('memberships')
      .values({
        id: newId(),
        institution_id: institutionId,
        person_id: personId,
        role,
        provider_id: providerId,
        created_at: now.toString(),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['institution_id', 'person_id', 'role'])
          .doUpdateSet({ ended_at: null, provider_id: sql`excluded.provider_id` as never }),
      )
      .execute();
  }
  await queries.endMemberships(tx, institutionId, personId, ended, now);
  await record(tx, doerOf(newcomer, personId), now, {
    kind: 'person.roles-followed',
    subjectType: 'person',
    subjectId: personId,
    detail: { providerId, started, ended, kept },
  });
}
