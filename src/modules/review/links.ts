import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';
import type { ApprovalLinkTable, OutsideApproverTable } from './tables.ts';

export type LinkRow = Selectable<ApprovalLinkTable>;
export type OutsideRow = Selectable<OutsideApproverTable>;

/** How long a link opens the way to an answer, where the post is not due before. */
export const LINK_LIFETIME = { hours: 24 * 14 };

/** What is signed: the id, and the seal that was shown. */
const named = (link: { id: string; seal: string }): string => `approval/${link.id}/${link.seal}`;

/**
 * The last part of a link's address: its id and a signature over id and seal. Nothing secret lies in our tables, so
 * the same link can be made again for whoever asked for it.
 */
export const tokenOf = (link: { id: string; seal: string }, links: LinkSigner): string =>
  `${link.id.replaceAll('-', '')}${links.sign(named(link))}`;

/** The id that a token claims to be of. */
export function idInToken(token: string): string | null {
  const match = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[\w-]{43}$/.exec(token);
  return match ? match.slice(1).join('-') : null;
}

/** Whether a token was made by us for this link. */
export const isOurs = (token: string, link: { id: string; seal: string }, links: LinkSigner): boolean =>
  links.isSigned(named(link), token.slice(32));

/** Asked from outside any institution. */
export async function institutionOfLink(db: Kysely<Tables>, id: string): Promise<string | null> {
  const { rows } = await sql<{ found: string | null }>`select find_approval_link(${id}) as found`.execute(db);
  return rows[0]?.found ?? null;
}

export const readLink = (tx: Tx, id: string): Promise<LinkRow | undefined> =>
  tx.selectFrom('approval_links').selectAll().where('id', '=', id).executeTakeFirst();

export const lockLink = (tx: Tx, id: string): Promise<LinkRow | undefined> =>
  tx.selectFrom('approval_links').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const listLinks = (tx: Tx, reviewId: string) =>
  tx
    .selectFrom('approval_links')
    .innerJoin('outside_approvers', 'outside_approvers.id', 'approval_links.outside_id')
    .selectAll('approval_links')
    .select(['outside_approvers.name', 'outside_approvers.email'])
    .where('approval_links.review_id', '=', reviewId)
    .orderBy('approval_links.created_at')
    .execute();

export async function insertLink(
  tx: Tx,
  link: Omit<LinkRow, 'opened_at' | 'used_at' | 'ended_at' | 'expires_at' | 'created_at'> & {
    expires_at: Temporal.Instant;
    created_at: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('approval_links')
    .values({
      ...link,
      expires_at: link.expires_at.toString(),
      created_at: link.created_at.toString(),
    })
    .execute();
}

export async function markLink(
  tx: Tx,
  id: string,
  what: 'opened_at' | 'used_at' | 'ended_at',
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('approval_links')
    .set({ [what]: now.toString() })
    .where('id', '=', id)
    .where(what, 'is', null)
    .execute();
}

export const listOutside = (tx: Tx): Promise<OutsideRow[]> =>
  tx
    .selectFrom('outside_approvers')
    .selectAll()
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();

export const readOutside = (tx: Tx, id: string): Promise<OutsideRow | undefined> =>
  tx.selectFrom('outside_approvers').selectAll().where('id', '=', id).executeTakeFirst();

export async function insertOutside(
  tx: Tx,
  outside: Omit<OutsideRow, 'created_at' | 'archived_at'> & { now: Temporal.Instant },
): Promise<void> {
  const { now, ...row } = outside;
  await tx
    .insertInto('outside_approvers')
    .values({ ...row, created_at: now.toString() })
    .execute();
}

export async function archiveOutside(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const result = await tx
    .updateTable('outside_approvers')
    .set({ archived_at: now.toString() })
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
