import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';

/** A post as it went out on one account. */
export type SentPost = {
  post_id: string;
  title: string;
  account_id: string;
  network: string;
  handle: string;
  published_at: Temporal.Instant;
  url: string | null;
  /** It was taken down since. */
  is_removed: boolean;
};

/** More than an institution publishes in the longest period; a report is read whole. */
const LIMIT = 10_000;

/** Everything that went out from one moment to another, in order; what was taken down since, too. */
export async function publishedBetween(
  tx: Tx,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<SentPost[]> {
  const { rows } = await sql<SentPost>`
    select d.post_id, p.title, d.account_id, a.network, a.handle, d.published_at, d.url, d.state = 'removed' as is_removed
    from deliveries d join posts p on p.id = d.post_id join accounts a on a.id = d.account_id
    where d.published_at >= ${from.toString()}::timestamptz and d.published_at < ${to.toString()}::timestamptz
    order by d.published_at, d.id limit ${LIMIT}`.execute(tx);
  return rows;
}
