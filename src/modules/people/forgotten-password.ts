import { createHash } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';
import { formatDateTime, isVariant } from '#/language/index.ts';
import { queueMail, type MailDoor } from '#/modules/mail/index.ts';
import { record } from '#/modules/records/index.ts';
import { standingsOfMe } from './grants.ts';
import * as queries from './queries.ts';

type Deps = { db: Db; clock: Clock; links: LinkSigner };

/** What stands in the link. `stamp` is of the password that it replaces, so that it works once. */
export type PasswordLink = { personId: string; until: number; stamp: string; signature: string };

const GOOD_FOR = { hours: 1 };

const pathOf = ({ personId, until, stamp }: Omit<PasswordLink, 'signature'>): string =>
  `/studio/password/${personId}/${until}/${stamp}`;

/** Every password is hashed with a salt of its own, so no other ever has the same stamp. */
const stampOf = (hash: string): string => createHash('sha256').update(hash).digest('base64url').slice(0, 22);

/**
 * Mails a link to whoever has this address, and says nothing of whether anybody does. An account without a password,
 * which a directory or a passkey opens, is told that, and gets none.
 * @throws Problem `mail.not-set-up`
 */
export async function askForPassword(deps: Deps & { mail: MailDoor }, address: string): Promise<void> {
  if (!deps.mail.canMail) throw new Problem('conflict', 'mail.not-set-up');
  const person = await queries.findPersonByEmail(deps.db.open, address.trim().toLowerCase());
  if (!person) return;
  const now = deps.clock.now();
  const personId = person.id;
  const institution = await deps.db.within({ personId }, async (tx) => {
    const standings = await standingsOfMe(tx, now);
    const rows = await queries.listInstitutionRows(tx, [...standings.keys()]);
    // People of the demonstration are made up, and so are their addresses.
    return rows.find((row) => !row.is_demo);
  });
  if (!institution) return;
  const variant = isVariant(person.language) ? person.language : 'bs';
  const mail = { institutionId: institution.id, to: person.email, variant };
  await deps.db.within({ institutionId: institution.id, personId }, async (tx) => {
    const hash = await queries.lockPassword(tx, personId);
    if (!hash) {
      await queueMail(deps, tx, { ...mail, template: 'no-password', link: { path: '/studio/sign-in' } }, now);
      return;
    }
    const until = now.add(GOOD_FOR);
    const path = pathOf({
      personId,
      until: Math.floor(until.epochMilliseconds / 1000),
      stamp: stampOf(hash),
    });
    const shown = formatDateTime(until.toZonedDateTimeISO(institution.time_zone), variant);
    const link = { path, signed: true };
    await queueMail(deps, tx, { ...mail, template: 'password', params: { until: shown }, link }, now);
  });
}

/** Whose password it is. @throws Problem `password-link.not-found`, `password-link.expired`, `password-link.over` */
export async function openPasswordLink(deps: Deps, link: PasswordLink): Promise<{ email: string }> {
  return deps.db.within({ personId: link.personId }, (tx) => readGood(deps, tx, link));
}

/** Sets the password and ends every sign-in. The second factor and passkeys stay: mail alone must not open them. */
export async function choosePassword(
  deps: Deps,
  link: PasswordLink,
  password: string,
  requestId: string,
): Promise<{ email: string }> {
  // First the cheap question: hashing is slow, as it is meant to be, and not for whoever has no link.
  await openPasswordLink(deps, link);
  const hash = await hashPassword(password);
  const { personId } = link;
  return deps.db.within({ personId }, async (tx) => {
    const person = await readGood(deps, tx, link);
    const now = deps.clock.now();
    await queries.updatePassword(tx, personId, hash, now);
    await queries.endSignIns(tx, personId);
    const doer = { personId, institutionId: null, via: 'session', requestId };
    await record(tx, doer, now, {
      kind: 'person.password-chosen',
      subjectType: 'person',
      subjectId: personId,
    });
    return person;
  });
}

async function readGood(deps: Deps, tx: Tx, link: PasswordLink): Promise<{ email: string }> {
  const signed = deps.links.isSigned(pathOf(link), link.signature);
  const person = signed ? await queries.readPersonRow(tx, link.personId) : undefined;
  if (!person) throw new Problem('not-found', 'password-link.not-found');
  const until = Temporal.Instant.fromEpochMilliseconds(link.until * 1000);
  if (Temporal.Instant.compare(until, deps.clock.now()) <= 0)
    throw new Problem('conflict', 'password-link.expired');
  const hash = await queries.lockPassword(tx, person.id);
  if (!hash || stampOf(hash) !== link.stamp) throw new Problem('conflict', 'password-link.over');
  return { email: person.email };
}
