import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import type { Logger } from '#/kernel/logger.ts';
import { stepsToWatch, watchDeadlines } from '#/modules/deadlines/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { workerActor } from '#/modules/people/index.ts';
import { overduePosts } from '#/modules/posts/index.ts';
import { EXPIRE_AFTER, expirePost, reviewsToWatch, watchReview } from '#/modules/review/index.ts';

const BATCH = 100;
/** Steps that are looked at in one round, of those whose posts come first. */
const STEPS = 2000;

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

/** Tells people of steps that they hold and that are late, in all institutions. */
export async function watchSteps(deps: { db: Db; clock: Clock }): Promise<void> {
  for (const { institutionId, postIds } of await stepsToWatch(deps.db.open, deps.clock.now(), STEPS)) {
    const house = await findInstitution(deps.db.open, institutionId);
    if (!house) continue;
    for (const postId of postIds)
      await watchDeadlines(
        { ...deps, timeZone: house.time_zone },
        workerActor(institutionId, newId()),
        postId,
      );
  }
}

/** Reminds of steps that are nearly due, and says which are late, in all institutions. */
export async function watchReviews(deps: Deps): Promise<void> {
  for (const { institutionId, id } of await reviewsToWatch(deps.db.open, deps.clock.now(), BATCH)) {
    await watchReview(deps, workerActor(institutionId, newId()), id);
  }
}
