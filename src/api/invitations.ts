import { operations } from '#/contract/index.ts';
import { Problem } from '#/kernel/errors.ts';
import type { Tx } from '#/db/database.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { notify } from '#/modules/notices/index.ts';
import {
  acceptInvitation,
  invitationState,
  invitePerson,
  listInvitations,
  openInvitation,
  resendInvitation,
  withdrawInvitation,
  type InviteDeps,
  type Joined,
} from '#/modules/people/index.ts';
import { instant, instantOrNull, person } from './presenters.ts';
import type { ApiRouter } from './router.ts';

/** Inviting people, and their answer. */
export function mountInvitations(api: ApiRouter, deps: InviteDeps & { url: string }): void {
  /** The link is a secret where it is in the answer. */
  const sent = (joined: boolean, link: string | null) => ({
    body: { joined, link: link === null ? null : new URL(link, deps.url).href },
    shownOnce: link !== null,
  });
  api.on(operations.listInvitations, async ({ actor }) => {
    const now = deps.clock.now();
    const rows = await listInvitations(deps, actor);
    return {
      body: {
        items: rows.map((row) => ({
          id: row.id,
          name: row.name,
          email: row.email,
          roles: row.roles,
          limits: row.limits,
          state: invitationState(row, now),
          mailed: row.mailed,
          by: person(row.invited_by, row.inviter),
          sentAt: instant(row.sent_at),
          expiresAt: instant(row.expires_at),
          acceptedAt: instantOrNull(row.accepted_at ?? null),
        })),
      },
    };
  });
  api.on(operations.invitePerson, async ({ actor, body }) => {
    const { language, ...input } = body;
    const { joined, link } = await invitePerson(deps, actor, { ...input, variant: language });
    return { ...sent(joined, link), status: 201 };
  });
  api.on(operations.resendInvitation, async ({ actor, params }) =>
    sent(false, await resendInvitation(deps, actor, params.invitationId)),
  );
  api.on(operations.withdrawInvitation, async ({ actor, params }) => {
    await withdrawInvitation(deps, actor, params.invitationId);
    return { body: null };
  });
  const institutionOf = async (id: string) => {
    const row = await findInstitution(deps.db.open, id);
    if (!row) throw new Problem('not-found', 'invitation.not-found');
    return row;
  };
  api.on(operations.openInvitation, async ({ body }) => {
    const row = await openInvitation(deps, body);
    const { names, slug } = await institutionOf(row.institution_id);
    const { name, email, roles } = row;
    return { body: { institution: { names, slug }, name, email, roles, expiresAt: instant(row.expires_at) } };
  });
  api.on(operations.acceptInvitation, async ({ body, requestId }) => {
    const { name, password, language, ...link } = body;
    const input = { name, password, variant: language };
    const joined = await acceptInvitation({ ...deps, onJoined: tellInviter }, link, input, requestId);
    const { slug } = await institutionOf(joined.institutionId);
    return { body: { slug, email: joined.email, hadAccount: joined.hadAccount }, status: 201 };
  });
}

const tellInviter = (tx: Tx, joined: Joined): Promise<void> =>
  notify(tx, {
    institutionId: joined.institutionId,
    personIds: [joined.invitedBy],
    kind: 'person.joined',
    subjectType: 'person',
    subjectId: joined.personId,
    params: { name: joined.name },
    at: joined.at,
  });
