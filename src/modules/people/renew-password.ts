import { hashPassword } from 'better-auth/crypto';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { record, type Doer } from '#/modules/records/index.ts';
import { makePassword } from './manage-people.ts';
import { permit, type Actor } from './permit.ts';
import * as queries from './queries.ts';

type Deps = { db: Db; clock: Clock };
/** Who lost the phone with the password cannot sign in with a new password alone. */
type Renewal = { endTwoFactor: boolean };

/**
 * Gives a colleague a new first password, which is answered once, and signs them out everywhere.
 * @throws Problem `person.password-by-person` for an API key, which would sign in as whoever it likes;
 * `person.own-password`; `person.not-found`; `person.elsewhere` where another institution relies on the same password
 */
export async function renewColleaguePassword(
  deps: Deps,
  actor: Actor,
  personId: string,
  renewal: Renewal,
): Promise<string> {
  permit(actor, 'person.manage');
  if (actor.personId === null) throw new Problem('forbidden', 'person.password-by-person');
  if (actor.personId === personId) throw new Problem('conflict', 'person.own-password');
  const password = makePassword();
  const hash = await hashPassword(password);
  await deps.db.within(actor, async (tx) => {
    const roles = await queries.rolesIn(tx, actor.institutionId, personId);
    if (roles.length === 0) throw new Problem('not-found', 'person.not-found');
    if (await queries.belongsElsewhere(tx, personId)) throw new Problem('conflict', 'person.elsewhere');
    await writeRenewal(tx, actor, personId, { ...renewal, hash, now: deps.clock.now() });
  });
  return password;
}

/** The same for the command line, whose operator stands above institutions. @throws Problem `person.email-unknown` */
export async function renewPassword(
  deps: Deps,
  requestId: string,
  email: string,
  renewal: Renewal,
): Promise<string> {
  const password = makePassword();
  const hash = await hashPassword(password);
  await deps.db.within({}, async (tx) => {
    const person = await queries.findPersonByEmail(tx, email.trim().toLowerCase());
    if (!person) throw new Problem('not-found', 'person.email-unknown', { params: { email } });
    const operator: Doer = { personId: null, institutionId: null, via: 'command-line', requestId };
    await writeRenewal(tx, operator, person.id, { ...renewal, hash, now: deps.clock.now() });
  });
  return password;
}

async function writeRenewal(
  tx: Tx,
  doer: Doer,
  personId: string,
  { hash, endTwoFactor, now }: Renewal & { hash: string; now: Temporal.Instant },
): Promise<void> {
  await queries.updatePassword(tx, personId, hash, now);
  if (endTwoFactor) await queries.deleteTwoFactor(tx, personId, now);
  await queries.endSignIns(tx, personId);
  await record(tx, doer, now, {
    kind: 'person.password-renewed',
    subjectType: 'person',
    subjectId: personId,
    detail: { twoFactorEnded: endTwoFactor },
  });
}
