import type { Db, Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { isId } from '#/kernel/ids.ts';
import type { PostContent } from '#/modules/posts/index.ts';
import { listPlaces, listPublishedPosts, type PublishedPlace, type PublishedRow } from './list-queries.ts';

/** A post as citizens see it: the version that went out, and where. */
export type PublishedPost = {
  postId: string;
  title: string;
  version: number;
  content: PostContent;
  publishedAt: Temporal.Instant;
  places: Omit<PublishedPlace, 'post_id'>[];
};

/**
 * The published posts of an institution, newest first, one entry for each post however many networks it is on.
 * For everybody to read. `after` is the `next` of the page before.
 * @throws Problem `page.wrong-cursor`
 */
export async function publishedPosts(
  deps: { db: Db },
  institutionId: string,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: PublishedPost[]; next: string | null }> {
  const before = readCursor(page.after);
  return deps.db.within({ institutionId }, async (tx) =>
    pageOfPublished(
      tx,
      await listPublishedPosts(tx, { institutionId, before, limit: page.limit + 1 }),
      page.limit,
    ),
  );
}

/** Rows, one more than wanted where there are more, as a page with the places where each post is out. */
export async function pageOfPublished(
  tx: Tx,
  rows: readonly PublishedRow[],
  limit: number,
): Promise<{ items: PublishedPost[]; next: string | null }> {
  const shown = rows.slice(0, limit);
  const ids = shown.map((row) => row.post_id);
  const places = Map.groupBy(await listPlaces(tx, ids), (place) => place.post_id);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      postId: row.post_id,
      title: row.title,
      version: row.version,
      content: row.content,
      publishedAt: row.published_at,
      places: (places.get(row.post_id) ?? []).map(({ post_id: _post, ...place }) => place),
    })),
    next: rows.length > limit && last ? `${last.published_at.toString()}_${last.delivery_id}` : null,
  };
}

/** @throws Problem `page.wrong-cursor` */
export function readCursor(text: string | undefined): { at: string; id: string } | null {
  if (text === undefined) return null;
  const [at = '', id = ''] = text.split('_');
  try {
    Temporal.Instant.from(at);
  } catch {
    throw new Problem('invalid', 'page.wrong-cursor');
  }
  if (!isId(id)) throw new Problem('invalid', 'page.wrong-cursor');
  return { at, id };
}
