import type { PostOrigin } from '#/contract/index.ts';
import type { Tx } from '#/db/database.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { may, type Actor } from '#/modules/people/index.ts';
import { lookAtPost, type PostRow } from '#/modules/posts/index.ts';

/** What a post was made from. Of another institution's post only whose it is: what it says is theirs to show. */
export async function readOrigin(tx: Tx, actor: Actor, post: PostRow): Promise<PostOrigin | null> {
  const { origin_kind: kind, origin_institution_id: institutionId, origin_post_id: postId } = post;
  if (kind === null || institutionId === null || postId === null) return null;
  const institution = await findInstitution(tx, institutionId);
  if (!institution) return null;
  const shows = institutionId === actor.institutionId && may(actor, 'post.read');
  return {
    kind,
    postId,
    institution: { id: institution.id, slug: institution.slug, names: institution.names },
    title: shows ? (await lookAtPost(tx, postId)).title : null,
  };
}
