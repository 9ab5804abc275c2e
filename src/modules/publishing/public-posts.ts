import type { Db } from '#/db/database.ts';
import { isId } from '#/kernel/ids.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { readMediaRow, type MediaRow } from '#/modules/media/index.ts';
import { findPublished, isInPublishedPost, listTagged } from './public-queries.ts';
import { pageOfPublished, readCursor, type PublishedPost } from './published-posts.ts';

type Deps = { db: Db };

/** One published post, for everybody to read; null where it is not out or not of this institution. */
export async function publishedPost(
  deps: Deps,
  institutionId: string,
  postId: string,
): Promise<PublishedPost | null> {
  if (!isId(postId)) return null;
  return deps.db.within({ institutionId }, async (tx) => {
    const row = await findPublished(tx, postId);
    return row ? ((await pageOfPublished(tx, [row], 1)).items[0] ?? null) : null;
  });
}

/**
 * The published posts with a hashtag, given folded (`foldForSearch`), newest first.
 * @throws Problem `page.wrong-cursor`
 */
export async function publishedPostsTagged(
  deps: Deps,
  institutionId: string,
  tag: string,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: PublishedPost[]; next: string | null }> {
  const before = readCursor(page.after);
  if (!/^[a-z0-9_]{1,100}$/.test(tag)) return { items: [], next: null };
  return deps.db.within({ institutionId }, async (tx) =>
    pageOfPublished(tx, await listTagged(tx, { tag, before, limit: page.limit + 1 }), page.limit),
  );
}

/** A picture that everybody may see: an institution's logo, or one in a post that is out. Null for any other, and for one whose consent was withdrawn. */
export async function publicMedia(
  deps: Deps,
  institutionId: string,
  mediaId: string,
): Promise<MediaRow | null> {
  if (!isId(institutionId) || !isId(mediaId)) return null;
  return deps.db.within({ institutionId }, async (tx) => {
    const row = await readMediaRow(tx, mediaId);
    if (!row || row.consent === 'withdrawn') return null;
    const institution = await findInstitution(tx, institutionId);
    const isPublic = institution?.logo_media_id === mediaId || (await isInPublishedPost(tx, mediaId));
    return isPublic ? row : null;
  });
}
