import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listRowsById, type ListedPost } from './list-queries.ts';
import { canBe, POST_STATES } from './rules.ts';

/** Posts that can still be mended: one that is out keeps what it went out with. */
const OPEN = POST_STATES.filter((state) => canBe('save', state));

/** All posts with the picture in one of their versions; `now` where the last one still shows it. */
async function postsShowing(tx: Tx, mediaId: string): Promise<{ post_id: string; now: boolean }[]> {
  const { rows } = await sql<{
    post_id: string;
    now: boolean;
  }>`select * from posts_showing(${mediaId}::uuid)`.execute(tx);
  return rows;
}

/** The posts that show a picture now, last changed first, and how many others had it in an earlier version. */
export async function listPictureUses(
  tx: Tx,
  actor: Actor,
  mediaId: string,
): Promise<{ rows: ListedPost[]; earlier: number }> {
  permit(actor, 'post.read');
  const found = await postsShowing(tx, mediaId);
  const ids = found.filter(({ now }) => now).map(({ post_id: id }) => id);
  const rows = ids.length === 0 ? [] : await listRowsById(tx, ids);
  return {
    rows: rows.toSorted((a, b) => Temporal.Instant.compare(b.updated_at, a.updated_at)),
    earlier: found.length - ids.length,
  };
}

/** Whether any version of any post shows a picture: what was approved or is out must be there to look at again. */
export const isPictureUsed = async (tx: Tx, mediaId: string): Promise<boolean> =>
  (await postsShowing(tx, mediaId)).length > 0;

/** Pictures of open posts that say nothing in a variant in which the post goes out, with those variants. */
export async function picturesWithoutWords(tx: Tx): Promise<ReadonlyMap<string, readonly Variant[]>> {
  const { rows } = await sql<{ id: string; variants: Variant[] }>`
    select image ->> 'mediaId' as id, array_agg(distinct used.variant order by used.variant) as variants
    from posts
      cross join lateral jsonb_array_elements(content -> 'images') as image
      cross join lateral (
        select target ->> 'variant' as variant from jsonb_array_elements(content -> 'targets') as target
        union
        select key from jsonb_each_text(content -> 'texts') where btrim(value) <> ''
      ) as used
    where state = any(${OPEN}) and btrim(coalesce(image -> 'alt' ->> used.variant, '')) = ''
    group by 1`.execute(tx);
  return new Map(rows.map(({ id, variants }) => [id, variants]));
}
