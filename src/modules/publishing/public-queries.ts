import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { PublishedRow } from './list-queries.ts';

/** What is out of one post: its earliest delivery that is out, and the version that went out with it. */
export async function findPublished(tx: Tx, postId: string): Promise<PublishedRow | undefined> {
  const { rows } = await sql<PublishedRow>`
    select d.id as delivery_id, d.post_id, d.version, v.title, v.content, d.published_at
    from deliveries d
    join posts p on p.id = d.post_id and p.state <> 'withdrawn'
    join post_versions v on v.post_id = d.post_id and v.no = d.version
    where d.post_id = ${postId}::uuid and d.state = 'published'
    order by d.published_at, d.id limit 1`.execute(tx);
  return rows[0];
}

/**
 * Published posts whose folded text holds `#tag` as a whole word, newest first; an emoji or a stop may follow the
 * tag, a letter or a digit may not. `tagged_posts` finds them by the trigram index. The tag holds a-z, 0-9 and _ only.
 */
export async function listTagged(
  tx: Tx,
  page: { tag: string; before: { at: string; id: string } | null; limit: number },
): Promise<PublishedRow[]> {
  const before = page.before
    ? sql`where (published_at, delivery_id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)`
    : sql``;
  const { rows } = await sql<PublishedRow>`
    select * from (
      select distinct on (d.post_id) d.id as delivery_id, d.post_id, d.version, v.title, v.content, d.published_at
      from tagged_posts(${page.tag}) as p(id)
      join deliveries d on d.post_id = p.id and d.state = 'published'
      join post_versions v on v.post_id = d.post_id and v.no = d.version
      order by d.post_id, d.published_at, d.id) tagged
    ${before} order by published_at desc, delivery_id desc limit ${page.limit}`.execute(tx);
  return rows;
}

/** True where a version that is out carries the picture. */
export async function isInPublishedPost(tx: Tx, mediaId: string): Promise<boolean> {
  const { rows } = await sql<{ shown: boolean }>`select picture_is_out(${mediaId}::uuid) as shown`.execute(
    tx,
  );
  return rows[0]?.shown ?? false;
}
