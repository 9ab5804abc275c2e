import { Problem } from '#/kernel/errors.ts';
import { noteLetGo } from '#/modules/elections/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { lockPost } from '#/modules/posts/index.ts';
import { letDeliveriesThrough, periodsHolding, wakeWorkers } from '#/modules/publishing/index.ts';
import { record } from '#/modules/records/index.ts';
import type { PauseDeps } from './hold-posts.ts';
import * as queries from './queries.ts';

/**
 * Lets one post through: at once where its time has passed, else at its time. While the coordinator holds all, only
 * the coordinator does so.
 * @throws Problem `post.not-found`, `pause.not-held`, `pause.all-held`
 */
export async function letPostThrough(deps: PauseDeps, actor: Actor, postId: string): Promise<void> {
  permit(actor, 'pause.manage');
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    const house = await queries.findHousePause(tx);
    if (house && !(await queries.isCoordinator(tx))) throw new Problem('conflict', 'pause.all-held');
    const now = deps.clock.now();
    for (const held of await periodsHolding(tx, postId))
      await noteLetGo(tx, { ...held, postId }, actor.personId, now);
    const deliveries = await letDeliveriesThrough(tx, postId, now);
    if (deliveries.length === 0) throw new Problem('conflict', 'pause.not-held');
    await record(tx, actor, now, {
      kind: 'pause.let-through',
      subjectType: 'post',
      subjectId: postId,
      version: post.version,
      detail: { deliveries },
    });
    await wakeWorkers(tx);
  });
}
