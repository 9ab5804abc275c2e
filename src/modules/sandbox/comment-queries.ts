import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { SandboxCommentTable } from './tables.ts';

export type CommentRow = Selectable<SandboxCommentTable>;

/**
 * Comments of one institution are written one after the other, so that their numbers come to light in order: a
 * reader that has seen number 7 never misses a 6 that was still under way.
 */
export async function lockComments(tx: Tx, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('glasnik sandbox comments'), hashtext(${institutionId}))`.execute(
    tx,
  );
}

export async function insertComment(
  tx: Tx,
  comment: Omit<CommentRow, 'no' | 'created_at'> & { now: Temporal.Instant },
): Promise<void> {
  const { now, ...values } = comment;
  await tx
    .insertInto('sandbox_comments')
    .values({ ...values, created_at: now.toString({ smallestUnit: 'millisecond' }) })
    .execute();
}

export async function countComments(tx: Tx, postId: string): Promise<number> {
  const row = await tx
    .selectFrom('sandbox_comments')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('post_id', '=', postId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Comments under the posts of an account after a number, oldest first. */
export const listCommentsSince = (
  tx: Tx,
  accountId: string,
  since: number,
  limit: number,
): Promise<CommentRow[]> =>
  tx
    .selectFrom('sandbox_comments')
    .innerJoin('sandbox_posts', 'sandbox_posts.id', 'sandbox_comments.post_id')
    .selectAll('sandbox_comments')
    .where('sandbox_posts.account_id', '=', accountId)
    .where('sandbox_comments.no', '>', since)
    .orderBy('sandbox_comments.no')
    .limit(limit)
    .execute();

/** The newest comments of each of these posts, oldest first. */
export async function listCommentsOf(
  tx: Tx,
  postIds: readonly string[],
  each: number,
): Promise<CommentRow[]> {
  if (postIds.length === 0) return [];
  const { rows } = await sql<CommentRow>`
    select c.* from unnest(${postIds}::uuid[]) as wanted (post_id), lateral (
      select * from sandbox_comments where sandbox_comments.post_id = wanted.post_id
      order by no desc limit ${each}) c
    order by c.no`.execute(tx);
  return rows;
}
