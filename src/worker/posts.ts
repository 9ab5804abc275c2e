import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import type { Logger } from '#/kernel/logger.ts';
import { workerActor } from '#/modules/people/index.ts';
import { EXPIRE_AFTER, expirePost, overduePosts } from '#/modules/posts/index.ts';

const BATCH = 100;

/** Ends posts whose time has passed without an approval, in all institutions. Answers how many. */
export async function expireOverduePosts(deps: { db: Db; clock: Clock; log: Logger }): Promise<number> {
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
