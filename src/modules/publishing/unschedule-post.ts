import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { accountsOf, lockPost, movePost, requireVersion } from '#/modules/posts/index.ts';
import { deliveryHold } from './delivery-hold.ts';

/**
 * Takes a post off its schedule: nothing of it goes out, and its approval stands, so that it can be scheduled again.
 * @throws Problem `post.changed`, `post.wrong-state`, `post.going-out` where it is on its way at this moment
 */
export async function unschedulePost(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: { postId: string; version: number },
): Promise<void> {
  permit(actor, 'post.schedule');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, input.postId);
    permit(actor, 'post.schedule', accountsOf(post.content));
    requireVersion(post, input.version);
    await movePost(tx, actor, post, 'unschedule', now, { kind: 'post.unscheduled' });
    await deliveryHold.hold(tx, input.postId, 'unscheduled', now);
  });
}
