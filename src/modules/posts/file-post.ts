import { Problem } from '#/kernel/errors.ts';
import { cleanText } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { accountsOf } from './access.ts';
import * as queries from './queries.ts';
import { searchTextOf } from './rules.ts';
import { breakForReview, lockPost, type PostDeps } from './save-post.ts';

/** Under what a post is filed: its kind, which chooses the path of review, and the number of the house's registry. */
export type Filing = { kind: string; reference: string };

/**
 * Files a post, in any state: a registry number is often given when all is done. Nothing of it goes out, so no new
 * version is made and the seal holds. Another kind has another path, so a review or an approval ends by it.
 * @throws Problem `post.kind-unknown`
 */
export async function filePost(
  deps: Pick<PostDeps, 'db' | 'clock' | 'deliveries' | 'reviews'>,
  actor: Actor,
  postId: string,
  filing: Filing,
): Promise<void> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  const reference = cleanText(filing.reference).text.trim();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    permit(actor, 'post.write', accountsOf(post.content));
    if (post.kind === filing.kind && post.reference === reference) return;
    if (post.kind !== filing.kind) {
      if (filing.kind !== '' && !(await deps.reviews.knowsKind(tx, filing.kind)))
        throw unknownKind(filing.kind);
      const change = { version: post.version, content: post.content, otherPath: true };
      await breakForReview(deps, tx, actor, post, change, now);
    }
    await queries.updateFiling(tx, post.id, {
      kind: filing.kind,
      reference,
      search: searchTextOf(post.title, post.content, reference),
      now,
    });
    await record(tx, actor, now, {
      kind: 'post.filed',
      subjectType: 'post',
      subjectId: post.id,
      version: post.version,
      detail: { kind: filing.kind, reference },
    });
  });
}

const unknownKind = (kind: string): Problem =>
  new Problem('invalid', 'post.kind-unknown', {
    params: { kind },
    faults: [{ path: '/kind', code: 'post.kind-unknown', params: { kind } }],
  });
