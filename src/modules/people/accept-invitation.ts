import { hashPassword } from 'better-auth/crypto';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';
import type { Variant } from '#/language/index.ts';
import { record } from '#/modules/records/index.ts';
import * as invitations from './invitation-queries.ts';
import { invitationPath, invitationState } from './invite-person.ts';
import { createPerson, grant } from './manage-people.ts';
import type { Actor } from './permit.ts';
import * as queries from './queries.ts';

/** What stands in the link. */
export type InvitationLink = { invitationId: string; serial: number; signature: string };

export type Joined = {
  institutionId: string;
  personId: string;
  name: string;
  invitedBy: string | null;
  at: Temporal.Instant;
};

export type AcceptDeps = {
  db: Db;
  clock: Clock;
  links: LinkSigner;
  /** For rooms that people may not know, such as notices; in the same transaction. */
  onJoined?: (tx: Tx, joined: Joined) => Promise<void>;
};

/** What the page shows before anybody says yes. @throws Problem `invitation.not-found`, `invitation.over`, `invitation.expired` */
export async function openInvitation(
  deps: Omit<AcceptDeps, 'onJoined'>,
  link: InvitationLink,
): Promise<invitations.InvitationRow> {
  return within(deps, link, (tx) => lockGood(deps, tx, link));
}

/**
 * Makes the person, with the roles that they were invited to. Somebody whose address has an account meanwhile gets the
 * roles and keeps their password.
 */
export async function acceptInvitation(
  deps: AcceptDeps,
  link: InvitationLink,
  input: { name: string; password: string; variant: Variant },
  requestId: string,
): Promise<{ institutionId: string; email: string; hadAccount: boolean }> {
  // Slow, as it is meant to be: not while a row is held.
  const hash = await hashPassword(input.password);
  const now = deps.clock.now();
  return within(deps, link, async (tx) => {
    const row = await lockGood(deps, tx, link);
    const known = await queries.findPersonByEmail(tx, row.email);
    const person = { name: input.name, email: row.email, language: input.variant };
    const personId = known?.id ?? (await createPerson(tx, person, hash, now));
    const institutionId = row.institution_id;
    const actor: Actor = { personId, institutionId, roles: [], via: 'session', requestId };
    await invitations.updateInvitation(tx, row.id, { accepted_at: now.toString(), accepted_by: personId });
    await record(tx, actor, now, {
      kind: 'invitation.accepted',
      subjectType: 'invitation',
      subjectId: row.id,
    });
    await grant(tx, actor, personId, row.roles, now, row.limits);
    await deps.onJoined?.(tx, {
      institutionId,
      personId,
      name: known?.name ?? input.name,
      invitedBy: row.invited_by,
      at: now,
    });
    return { institutionId, email: row.email, hadAccount: known !== undefined };
  });
}

async function within<T>(
  deps: Pick<AcceptDeps, 'db' | 'links'>,
  link: InvitationLink,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const path = invitationPath({ id: link.invitationId, serial: link.serial });
  const signed = deps.links.isSigned(path, link.signature);
  const institutionId = signed
    ? await invitations.institutionOfInvitation(deps.db.open, link.invitationId)
    : null;
  if (institutionId === null) throw new Problem('not-found', 'invitation.not-found');
  return deps.db.within({ institutionId }, work);
}

async function lockGood(
  deps: { clock: Clock },
  tx: Tx,
  link: InvitationLink,
): Promise<invitations.InvitationRow> {
  const row = await invitations.lockInvitation(tx, link.invitationId);
  // A newer link was sent: whoever has that one has the better right.
  if (!row || row.serial !== link.serial) throw new Problem('not-found', 'invitation.not-found');
  const state = invitationState(row, deps.clock.now());
  if (state === 'expired') throw new Problem('conflict', 'invitation.expired');
  if (state !== 'pending') throw new Problem('conflict', 'invitation.over');
  return row;
}
