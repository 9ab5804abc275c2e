import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { InstitutionRow } from '#/modules/institutions/index.ts';
import { record } from '#/modules/records/index.ts';
import { standingsOfMe, type Standing } from './grants.ts';
import type { Actor } from './permit.ts';
import * as queries from './queries.ts';

export type OwnMembership = { institution: InstitutionRow; standing: Standing };
export type OwnAccount = {
  person: NonNullable<Awaited<ReturnType<typeof queries.readPersonRow>>>;
  memberships: OwnMembership[];
};

/** The person themselves, and every institution where they have a role. */
export async function readOwnAccount(deps: { db: Db; clock: Clock }, personId: string): Promise<OwnAccount> {
  return deps.db.within({ personId }, async (tx) => {
    const person = await queries.readPersonRow(tx, personId);
    if (!person) throw new Problem('unauthenticated', 'session.missing');
    const standings = await standingsOfMe(tx, deps.clock.now());
    const institutions = await queries.listInstitutionRows(tx, [...standings.keys()]);
    const memberships = institutions.map((institution) => ({
      institution,
      standing: standings.get(institution.id)!,
    }));
    return { person, memberships };
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
  deps: { db: Db; clock: Clock },
  institutionId: string,
  personId: string,
  requestId: string,
): Promise<Actor | null> {
  const standings = await deps.db.within({ personId }, (tx) => standingsOfMe(tx, deps.clock.now()));
  const standing = standings.get(institutionId);
  return standing ? { personId, institutionId, ...standing, via: 'session', requestId } : null;
}
