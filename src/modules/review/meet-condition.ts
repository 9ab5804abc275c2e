import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { accountsOf, lockPost } from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import * as conditions from './condition-queries.ts';
import { endReview } from './end-review.ts';
import * as queries from './queries.ts';

/**
 * Says that a condition of an approval is met: something outside of the post, since a change of the post would have
 * broken the seal and ended the approval with its conditions. Answers how many are still open.
 * @throws Problem `review.condition-not-found`, `review.condition-void`
 */
export async function meetCondition(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  postId: string,
  conditionId: string,
): Promise<number> {
  permit(actor, 'post.submit');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    permit(actor, 'post.submit', accountsOf(post.content));
    const condition = await conditions.lockCondition(tx, conditionId);
    if (condition?.post_id !== postId) throw new Problem('not-found', 'review.condition-not-found');
    const review = await queries.readLastReview(tx, postId);
    const holds = review?.id === condition.review_id && ['in-review', 'approved'].includes(post.state);
    if (!holds) throw new Problem('conflict', 'review.condition-void');
    if (condition.met_at === null) {
      await conditions.meetCondition(tx, conditionId, actor.personId, now);
      await record(tx, actor, now, {
        kind: 'review.condition-met',
        subjectType: 'post',
        subjectId: postId,
        version: post.version,
        detail: { condition: condition.text },
      });
    }
    return conditions.countOpenConditions(tx, postId);
  });
}

/** For publishing: nothing goes out before every condition of its approval is met. */
export const hasOpenConditions = async (
  tx: Parameters<typeof conditions.countOpenConditions>[0],
  postId: string,
): Promise<boolean> => (await conditions.countOpenConditions(tx, postId)) > 0;

/** When a post is withdrawn or taken back under review. */
export async function endReviewOf(
  tx: Parameters<typeof conditions.countOpenConditions>[0],
  postId: string,
  now: Temporal.Instant,
): Promise<void> {
  const review = await queries.readOpenReview(tx, postId);
  if (review) await endReview(tx, review, 'withdrawn', now);
}
