import { randomBytes } from 'node:crypto';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';
import { listLimits, replaceLimit } from './grants.ts';
import { permissionsOf, permit, type AccountLimits, type Actor } from './permit.ts';
import type { Act, Role } from './policy.ts';
import * as queries from './queries.ts';

export type Colleague = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  limits: AccountLimits;
  twoFactor: boolean;
  hasPasskey: boolean;
};

/** People of the institution with all their roles, by name. */
export async function listColleagues(tx: Tx, actor: Actor): Promise<Colleague[]> {
  permit(actor, 'person.list');
  const people = new Map<string, Colleague>();
  const limits = await listLimits(tx, actor.institutionId);
  for (const row of await queries.listColleagueRows(tx, actor.institutionId)) {
    const known = people.get(row.id);
    if (known) known.roles.push(row.role);
    else {
      people.set(row.id, {
        id: row.id,
        name: row.name,
        email: row.email,
        roles: [row.role],
        limits: limits.get(row.id) ?? {},
        twoFactor: row.two_factor_enabled ?? false,
        hasPasskey: Boolean(row.has_passkey),
      });
    }
  }
  return [...people.values()];
}

/** Names of everybody who has a role here, for whoever reads what they did; asking who works here is another matter. */
export const namesOfColleagues = async (tx: Tx, institutionId: string): Promise<Map<string, string>> =>
  new Map((await queries.listColleagueRows(tx, institutionId)).map(({ id, name }) => [id, name]));

/** Whether somebody with this address, in small letters, has a role here. */
export const isColleague = async (tx: Tx, institutionId: string, email: string): Promise<boolean> =>
  (await queries.listColleagueRows(tx, institutionId)).some((row) => row.email.toLowerCase() === email);

/** What a colleague may do somewhere in the institution; nothing where they have no role. */
export const permissionsIn = async (tx: Tx, institutionId: string, personId: string): Promise<Act[]> =>
  permissionsOf({ roles: await queries.rolesIn(tx, institutionId, personId) });

/** Sixteen characters that can be read over the telephone: no 0 and O, no 1 and l. */
export function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const text = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** A person with a password, in the caller's transaction. */
export async function createPerson(
  tx: Tx,
  person: { name: string; email: string; language: string },
  passwordHash: string,
  now: Temporal.Instant,
): Promise<string> {
  const personId = newId();
  await queries.insertPerson(tx, { id: personId, now, ...person });
  await queries.insertPassword(tx, { id: newId(), personId, hash: passwordHash, now });
  return personId;
}

/** Starts memberships, each limited to some accounts or not, and writes them into the record. Who may is decided by the caller. */
export async function grant(
  tx: Tx,
  actor: Actor,
  personId: string,
  roles: readonly Role[],
  now: Temporal.Instant,
  limits: AccountLimits = {},
): Promise<void> {
  const { institutionId } = actor;
  for (const role of roles) {
    await queries.startMembership(tx, { id: newId(), institutionId, personId, role, now });
    await replaceLimit(tx, { institutionId, personId, role }, limits[role] ?? []);
  }
  await record(tx, actor, now, {
    kind: 'person.roles-set',
    subjectType: 'person',
    subjectId: personId,
    detail: { roles: [...roles], ...(Object.keys(limits).length > 0 ? { limits } : {}) },
  });
}

/**
 * Sets a person's roles to exactly these, each for all accounts or limited to some; no role ends the membership.
 * @throws Problem `person.last-administrator` where nobody would be left to manage the institution
 */
export async function setColleagueRoles(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  personId: string,
  roles: readonly Role[],
  limits: AccountLimits = {},
): Promise<void> {
  permit(actor, 'person.manage');
  const now = deps.clock.now();
  await deps.db.within(actor, (tx) => setRolesIn(tx, actor, personId, { roles, limits }, now));
}

/** Ends the membership, in the caller's transaction. @throws Problem `person.last-administrator` */
export const leaveInstitution = (
  tx: Tx,
  actor: Actor,
  personId: string,
  now: Temporal.Instant,
): Promise<void> => setRolesIn(tx, actor, personId, { roles: [], limits: {} }, now);

async function setRolesIn(
  tx: Tx,
  actor: Actor,
  personId: string,
  { roles, limits }: { roles: readonly Role[]; limits: AccountLimits },
  now: Temporal.Instant,
): Promise<void> {
  const before = await listColleagues(tx, actor);
  const colleague = before.find((found) => found.id === personId);
  if (!colleague) throw new Problem('not-found', 'person.not-found');
  const others = before.some((found) => found.id !== personId && found.roles.includes('administrator'));
  if (!others && !roles.includes('administrator')) throw new Problem('conflict', 'person.last-administrator');
  const gone = colleague.roles.filter((role) => !roles.includes(role));
  await queries.endMemberships(tx, actor.institutionId, personId, gone, now);
  await grant(tx, actor, personId, roles, now, limits);
}
