import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import type { Logger } from '#/kernel/logger.ts';
import { workerActor } from '#/modules/people/index.ts';
import { overduePosts } from '#/modules/posts/index.ts';
import { EXPIRE_AFTER, expirePost, reviewsToWatch, watchReview } from '#/modules/review/index.ts';

const BATCH = 100;

type Deps = Parameters<typeof expirePost>[0] & { db: Db; clock: Clock; log: Logger };

/** Ends posts whose time has passed without an approval, in all institutions. Answers how many. */
export async function expireOverduePosts(deps: Deps): Promise<number> {
  let expired = 0;
  for (const { institutionId, id } of await overduePosts(
    deps.db.open,
    deps.clock.now().subtract(EXPIRE_AFTER),
    BATCH,
  )) {
    const requestId = newId();
    if (await expirePost(deps, workerActor(institutionId, requestId), id)) {
      expired += 1;
      deps.log.info({ requestId, institutionId, postId: id }, 'a post expired');
    }
  }
  return expired;
}

/** Reminds of steps that are nearly due, and says which are late, in all institutions. */
export async function watchReviews(deps: Deps): Promise<void> {
  for (const { institutionId, id } of await reviewsToWatch(deps.db.open, deps.clock.now(), BATCH)) {
    await watchReview(deps, workerActor(institutionId, newId()), id);
  }
}
