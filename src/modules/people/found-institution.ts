import { hashPassword } from 'better-auth/crypto';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { createInstitution, type NewInstitution } from '#/modules/institutions/index.ts';
import { record } from '#/modules/records/index.ts';
import { createPerson, grant } from './manage-people.ts';
import type { Actor } from './permit.ts';
import * as queries from './queries.ts';

type Deps = { db: Db; clock: Clock };

/** True while nobody has an account: then the first page asks for the first institution and administrator. */
export const isEmpty = async (db: Db): Promise<boolean> => (await queries.countPeople(db.open)) === 0;

/** The first institution and its administrator. @throws Problem `setup.done` */
export async function takeFirstSteps(
  deps: Deps,
  input: { institution: NewInstitution; administrator: { name: string; email: string; password: string } },
  requestId: string,
): Promise<{ institutionId: string }> {
  const hash = await hashPassword(input.administrator.password);
  const now = deps.clock.now();
  const institutionId = newId();
  return deps.db.within({ institutionId }, async (tx) => {
    // Two who fill in the page at once: the second waits here, and then finds the chair taken.
    await queries.lockSetup(tx);
    if ((await queries.countPeople(tx)) > 0) throw new Problem('conflict', 'setup.done');
    await createInstitution(tx, input.institution, now, institutionId);
    const email = input.administrator.email.trim().toLowerCase();
    const personId = await createPerson(
      tx,
      { name: input.administrator.name, email, language: 'bs' },
      hash,
      now,
    );
    await writeFounding(tx, { personId, institutionId, roles: [], via: 'session', requestId }, now);
    return { institutionId };
  });
}

/** A further institution, by an administrator of one that is there. The founder becomes its administrator. */
export async function foundInstitution(
  deps: Deps,
  founder: { personId: string; isAdministrator: boolean; requestId: string },
  input: NewInstitution,
): Promise<string> {
  if (!founder.isAdministrator) {
    throw new Problem('forbidden', 'permission.missing', { params: { act: 'institution.create' } });
  }
  const now = deps.clock.now();
  const institutionId = newId();
  await deps.db.within({ institutionId, personId: founder.personId }, async (tx) => {
    await createInstitution(tx, input, now, institutionId);
    const actor: Actor = { ...founder, institutionId, roles: [], via: 'session' };
    await writeFounding(tx, actor, now);
  });
  return institutionId;
}

async function writeFounding(tx: Tx, actor: Actor, now: Temporal.Instant): Promise<void> {
  await record(tx, actor, now, {
    kind: 'institution.created',
    subjectType: 'institution',
    subjectId: actor.institutionId,
  });
  await grant(tx, actor, actor.personId ?? '', ['administrator'], now);
}
