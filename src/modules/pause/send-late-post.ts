import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { accountsOf, lockPost } from '#/modules/posts/index.ts';
import { isHeldLate, letDeliveriesThrough, wakeWorkers } from '#/modules/publishing/index.ts';
import { record } from '#/modules/records/index.ts';
import type { PauseDeps } from './hold-posts.ts';
import * as queries from './queries.ts';

/**
 * Lets a post go out that an outage has made late, however late it is now. While a pause stands, or where one has left
 * something of it, that decision is for those who manage pauses (`letPostThrough`).
 * @throws Problem `post.not-found`, `pause.stands-over-late`, `pause.not-held`
 */
export async function sendLatePost(deps: PauseDeps, actor: Actor, postId: string): Promise<void> {
  permit(actor, 'post.schedule');
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    permit(actor, 'post.schedule', accountsOf(post.content));
    await queries.lockPauses(tx);
    if ((await queries.listStanding(tx)).length > 0) throw new Problem('conflict', 'pause.stands-over-late');
    if (!(await isHeldLate(tx, postId))) throw new Problem('conflict', 'pause.not-held');
    const now = deps.clock.now();
    const deliveries = await letDeliveriesThrough(tx, postId, now);
    await record(tx, actor, now, {
      kind: 'post.sent-late',
      subjectType: 'post',
      subjectId: postId,
      version: post.version,
      detail: { deliveries },
    });
    await wakeWorkers(tx);
  });
}
