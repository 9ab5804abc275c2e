import type { Connector } from '#/connectors/contract.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Actor } from '#/modules/people/index.ts';
import { markWithdrawn } from '#/modules/posts/index.ts';
import { endReviewOf } from '#/modules/review/index.ts';
import { deliveryHold } from './delivery-hold.ts';
import { lockDeliveriesOf } from './queries.ts';
import { askForRemoval, type Jobs } from './remove-delivery.ts';

export type WithdrawDeps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  connectors: { get(network: string): Connector };
};

/**
 * Takes a post back: what waits does not go out, and what is out is taken down where the network lets us.
 * @throws Problem `post.changed`, `post.wrong-state`, `post.going-out`
 */
export async function withdrawPost(
  deps: WithdrawDeps,
  actor: Actor,
  input: { postId: string; version: number; reason: string },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await markWithdrawn(tx, actor, input.postId, input, now);
    await endReviewOf(tx, input.postId, now);
    await deliveryHold.hold(tx, input.postId, 'withdrawn', now);
    for (const row of await lockDeliveriesOf(tx, input.postId)) {
      if (row.state === 'published') await askForRemoval(tx, deps, actor, row, 'where-possible');
    }
  });
}
