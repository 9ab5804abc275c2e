import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { InstitutionRow } from '#/modules/institutions/index.ts';
import { record } from '#/modules/records/index.ts';
import type { Actor, Role } from './policy.ts';
import * as queries from './queries.ts';

export type OwnMembership = { institution: InstitutionRow; roles: Role[] };
export type OwnAccount = {
  person: NonNullable<Awaited<ReturnType<typeof queries.readPersonRow>>>;
  memberships: OwnMembership[];
};

/** The person themselves, and every institution where they have a role. */
export async function readOwnAccount(db: Db, personId: string): Promise<OwnAccount> {
  return db.within({ personId }, async (tx) => {
    const person = await queries.readPersonRow(tx, personId);
    if (!person) throw new Problem('unauthenticated', 'session.missing');
    const memberships = new Map<string, OwnMembership>();
    for (const { role, ...institution } of await queries.listOwnMemberships(tx, personId)) {
      const known = memberships.get(institution.id);
      if (known) known.roles.push(role);
      else memberships.set(institution.id, { institution, roles: [role] });
    }
    return { person, memberships: [...memberships.values()] };
  });
}

export async function changeOwnAccount(
  deps: { db: Db; clock: Clock },
  personId: string,
  change: { name?: string | undefined; language?: string | undefined },
): Promise<void> {
  await deps.db.within({ personId }, (tx) => queries.updatePerson(tx, personId, change, deps.clock.now()));
}

export const listOwnSessions = (deps: { db: Db; clock: Clock }, personId: string) =>
  queries.listSessionRows(deps.db.open, personId, deps.clock.now());

/** Signs the person out somewhere else. @throws Problem `session.not-found` */
export async function endOwnSession(
  deps: { db: Db; clock: Clock },
  personId: string,
  sessionId: string,
  requestId: string,
): Promise<void> {
  if (!(await queries.deleteSession(deps.db.open, personId, sessionId))) {
    throw new Problem('not-found', 'session.not-found');
  }
  await deps.db.within({ personId }, (tx) =>
    record(tx, { personId, institutionId: null, via: 'session', requestId }, deps.clock.now(), {
      kind: 'session.ended',
      subjectType: 'person',
      subjectId: personId,
    }),
  );
}

/** The person as an actor of one institution, or null where they have no role in it. */
export async function actorIn(
  db: Db,
  institutionId: string,
  personId: string,
  requestId: string,
): Promise<Actor | null> {
  const roles = await db.within({ institutionId, personId }, (tx) =>
    queries.rolesIn(tx, institutionId, personId),
  );
  return roles.length === 0 ? null : { personId, institutionId, roles, via: 'session', requestId };
}
