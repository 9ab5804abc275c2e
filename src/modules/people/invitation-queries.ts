import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { AccountLimits } from './permit.ts';
import type { Role } from './policy.ts';
import type { InvitationTable } from './tables.ts';

export type InvitationRow = Selectable<InvitationTable>;

export async function insertInvitation(
  tx: Tx,
  invitation: {
    id: string;
    institutionId: string;
    name: string;
    email: string;
    variant: string;
    roles: readonly Role[];
    limits: AccountLimits;
    mailed: boolean;
    by: string | null;
    now: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<boolean> {
  const now = invitation.now.toString();
  const result = await tx
    .insertInto('invitations')
    .values({
      id: invitation.id,
      institution_id: invitation.institutionId,
      name: invitation.name,
      email: invitation.email,
      variant: invitation.variant,
      roles: [...invitation.roles],
      limits: JSON.stringify(invitation.limits),
      serial: 1,
      mailed: invitation.mailed,
      invited_by: invitation.by,
      created_at: now,
      sent_at: now,
      expires_at: invitation.expiresAt.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['institution_id', 'email'])
        .where('accepted_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .doNothing(),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export const lockInvitation = (tx: Tx, id: string): Promise<InvitationRow | undefined> =>
  tx.selectFrom('invitations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Newest first, with who invited. */
export const listInvitationRows = (tx: Tx) =>
  tx
    .selectFrom('invitations')
    .leftJoin('people', 'people.id', 'invitations.invited_by')
    .selectAll('invitations')
    .select('people.name as inviter')
    .orderBy('invitations.id', 'desc')
    .limit(200)
    .execute();

export async function updateInvitation(
  tx: Tx,
  id: string,
  change: {
    serial?: number;
    mailed?: boolean;
    sent_at?: string;
    expires_at?: string;
    accepted_at?: string;
    accepted_by?: string;
    withdrawn_at?: string;
  },
): Promise<void> {
  await tx.updateTable('invitations').set(change).where('id', '=', id).execute();
}

export async function institutionOfInvitation(db: Kysely<Tables>, id: string): Promise<string | null> {
  const { rows } = await sql<{
    institution: string | null;
  }>`select institution_of_invitation(${id}) as institution`.execute(db);
  return rows[0]?.institution ?? null;
}
