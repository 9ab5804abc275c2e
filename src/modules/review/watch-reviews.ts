import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Actor } from '#/modules/people/index.ts';
import { canBe, lockPost, movePost } from '#/modules/posts/index.ts';
import { endReview } from './end-review.ts';
import * as queries from './queries.ts';
import { tell, type TellDeps } from './tell.ts';

type Deps = TellDeps & { db: Db; clock: Clock };

/** So long after its time an approved post may still be scheduled: approving takes a moment. */
export const EXPIRE_AFTER = { minutes: 10 };

/**
 * Ends, for the house, a post whose time passed without an approval: it never goes out. The record says so, and those
 * who could have done something about it are told.
 */
export async function expirePost(deps: Deps, actor: Actor, postId: string): Promise<boolean> {
  const now = deps.clock.now();
  const before = now.subtract(EXPIRE_AFTER);
  return deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    const due = post.due_at !== null && Temporal.Instant.compare(post.due_at, before) < 0;
    if (!due || !canBe('expire', post.state)) return false;
    const review = (await queries.readOpenReview(tx, postId)) ?? null;
    if (review) await endReview(tx, review, 'expired', now);
    await movePost(tx, actor, post, 'expire', now, {
      kind: 'post.expired',
      detail: { state: post.state, ...(review ? { step: review.step + 1 } : {}) },
    });
    await tell(tx, deps, actor, now, { kind: 'expired', post, review });
    return true;
  });
}

/** Reminds those who have not answered yet, and says when a step is late. Each once for a step. */
export async function watchReview(deps: Deps, actor: Actor, reviewId: string): Promise<void> {
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const found = await queries.readReview(tx, reviewId);
    if (!found) return;
    // The post first, as everybody locks it: an answer may be on its way at this moment.
    const post = await lockPost(tx, found.post_id);
    const review = await queries.readReview(tx, reviewId);
    if (!review || review.ended_at !== null) return;
    const { deadline_at: deadlineAt } = review;
    const isLate = isBy(deadlineAt, now) && review.late_told_at === null;
    const isNear = isBy(review.remind_at, now) && review.reminded_at === null;
    if (isNear) await queries.markTold(tx, review.id, 'reminded_at', now);
    if (isLate) await queries.markTold(tx, review.id, 'late_told_at', now);
    if (isLate) await tell(tx, deps, actor, now, { kind: 'late', post, review, deadlineAt });
    else if (isNear) await tell(tx, deps, actor, now, { kind: 'reminded', post, review, deadlineAt });
  });
}

const isBy = (at: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  at !== null && Temporal.Instant.compare(at, now) <= 0;

export const reviewsToWatch = (db: Db['open'], now: Temporal.Instant, batch: number) =>
  queries.dueReviews(db, now, batch);
