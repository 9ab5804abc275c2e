import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listRowsById, type ListedPost } from './list-queries.ts';
import { canBe, POST_STATES } from './rules.ts';

/** Posts that can still be mended: one that is out keeps what it went out with. */
const OPEN = POST_STATES.filter((state) => canBe('save', state));

const shows = (mediaId: string) =>
  sql<boolean>`content -> 'images' @> jsonb_build_array(jsonb_build_object('mediaId', ${mediaId}::text))`;

/** The posts that show a picture now, last changed first, and how many others had it in an earlier version. */
export async function listPictureUses(
  tx: Tx,
  actor: Actor,
  mediaId: string,
): Promise<{ rows: ListedPost[]; earlier: number }> {
  permit(actor, 'post.read');
  const now = await tx.selectFrom('posts').select('id').where(shows(mediaId)).execute();
  const ever = await tx
    .selectFrom('post_versions')
    .select('post_id')
    .distinct()
    .where(shows(mediaId))
    .execute();
  const ids = now.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await listRowsById(tx, ids);
  return {
    rows: rows.toSorted((a, b) => Temporal.Instant.compare(b.updated_at, a.updated_at)),
    earlier: ever.filter(({ post_id: id }) => !ids.includes(id)).length,
  };
}

/** Whether any version of any post shows a picture: what was approved or is out must be there to look at again. */
export async function isPictureUsed(tx: Tx, mediaId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('post_versions')
    .select('post_id')
    .where(shows(mediaId))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

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
