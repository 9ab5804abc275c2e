import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';
import { createTranslator, formatDateTime, isVariant, loadWords, type Variant } from '#/language/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { queueMail, type MailDoor } from '#/modules/mail/index.ts';
import { record } from '#/modules/records/index.ts';
import * as invitations from './invitation-queries.ts';
import { grant } from './manage-people.ts';
import { permit, type AccountLimits, type Actor } from './permit.ts';
import type { Role } from './policy.ts';
import * as queries from './queries.ts';

export type InviteDeps = { db: Db; clock: Clock; mail: MailDoor; links: LinkSigner };

/** So long a link is good; whoever is on holiday asks for it again. */
const GOOD_FOR = { hours: 7 * 24 };

export type InvitationState = 'pending' | 'accepted' | 'expired' | 'withdrawn';

export type NewInvitation = {
  name: string;
  email: string;
  variant: Variant;
  roles: readonly Role[];
  limits?: AccountLimits | undefined;
};

/**
 * What came of inviting. `joined`: they had an account with this Glasnik, so the roles are theirs already. `link`: not
 * mailed, for the administrator to hand over; it is shown this once.
 */
export type Invited = { invitationId: string | null; joined: boolean; link: string | null };

export const invitationState = (row: invitations.InvitationRow, now: Temporal.Instant): InvitationState => {
  if (row.accepted_at) return 'accepted';
  if (row.withdrawn_at) return 'withdrawn';
  return Temporal.Instant.compare(row.expires_at, now) <= 0 ? 'expired' : 'pending';
};

/** The page for whoever was invited. The serial is in it, so that sending again ends the link before. */
export const invitationPath = (row: { id: string; serial: number }): string =>
  `/studio/invitation/${row.id}/${row.serial}`;

/**
 * Asks a person to work here: by e-mail, or where none is sent by a link for the administrator.
 * @throws Problem `invitation.open` where one to this address waits already
 */
export async function invitePerson(deps: InviteDeps, actor: Actor, input: NewInvitation): Promise<Invited> {
  permit(actor, 'person.manage');
  const now = deps.clock.now();
  const email = input.email.trim().toLowerCase();
  const { institutionId, personId: by } = actor;
  return deps.db.within(actor, async (tx) => {
    const known = await queries.findPersonByEmail(tx, email);
    if (known) {
      await grant(tx, actor, known.id, input.roles, now, input.limits);
      return { invitationId: null, joined: true, link: null };
    }
    const id = newId();
    const expiresAt = now.add(GOOD_FOR);
    const limits = input.limits ?? {};
    const row = { ...input, id, institutionId, email, limits, by, now, expiresAt, mailed: deps.mail.canMail };
    if (!(await invitations.insertInvitation(tx, row)))
      throw new Problem('conflict', 'invitation.open', {
        params: { email },
        faults: [{ path: '/email', code: 'invitation.open', params: { email } }],
      });
    await record(tx, actor, now, {
      kind: 'invitation.sent',
      subjectType: 'invitation',
      subjectId: id,
      detail: { email, roles: [...input.roles] },
    });
    return { invitationId: id, joined: false, link: await send(deps, tx, actor, id, now) };
  });
}

/** Sends it anew, good for another week; links sent before open nothing any more. Answers the link where none is mailed. */
export async function resendInvitation(
  deps: InviteDeps,
  actor: Actor,
  invitationId: string,
): Promise<string | null> {
  permit(actor, 'person.manage');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const row = await lockOpen(tx, invitationId);
    await invitations.updateInvitation(tx, row.id, {
      serial: row.serial + 1,
      mailed: deps.mail.canMail,
      sent_at: now.toString(),
      expires_at: now.add(GOOD_FOR).toString(),
    });
    await record(tx, actor, now, {
      kind: 'invitation.sent-again',
      subjectType: 'invitation',
      subjectId: row.id,
    });
    return send(deps, tx, actor, row.id, now);
  });
}

/** Takes it back: its link opens nothing any more. @throws Problem `invitation.not-found`, `invitation.over` */
export async function withdrawInvitation(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  invitationId: string,
): Promise<void> {
  permit(actor, 'person.manage');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await lockOpen(tx, invitationId);
    await invitations.updateInvitation(tx, row.id, { withdrawn_at: now.toString() });
    await record(tx, actor, now, {
      kind: 'invitation.withdrawn',
      subjectType: 'invitation',
      subjectId: row.id,
    });
  });
}

export async function listInvitations(deps: { db: Db }, actor: Actor) {
  permit(actor, 'invitation.read');
  return deps.db.within(actor, (tx) => invitations.listInvitationRows(tx));
}

async function lockOpen(tx: Tx, id: string): Promise<invitations.InvitationRow> {
  const row = await invitations.lockInvitation(tx, id);
  if (!row) throw new Problem('not-found', 'invitation.not-found');
  if (row.accepted_at || row.withdrawn_at) throw new Problem('conflict', 'invitation.over');
  return row;
}

async function send(
  deps: InviteDeps,
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const row = (await invitations.lockInvitation(tx, id))!;
  const path = invitationPath(row);
  const variant = isVariant(row.variant) ? row.variant : 'bs';
  const { t } = createTranslator(variant, await loadWords(variant, ['common']));
  const institution = await findInstitution(tx, row.institution_id);
  const inviter = actor.personId ? await queries.readPersonRow(tx, actor.personId) : undefined;
  const timeZone = institution?.time_zone ?? 'Europe/Sarajevo';
  const mailed = await queueMail(
    deps,
    tx,
    {
      institutionId: row.institution_id,
      to: row.email,
      variant,
      template: 'invitation',
      params: {
        by: inviter?.name ?? t('common:app.name'),
        roles: row.roles.map((role) => t(`common:role.${role}`)).join(', '),
        until: formatDateTime(row.expires_at.toZonedDateTimeISO(timeZone), variant),
      },
      link: { path, signed: true },
    },
    now,
  );
  return mailed ? null : `${path}#${deps.links.sign(path)}`;
}
