import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { lockPost } from './save-post.ts';

/**
 * Puts a post into a campaign of its own, or back into that of its plan item (null). What goes out is not touched, so
 * neither the version nor a seal is.
 */
export async function setPostCampaign(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  postId: string,
  campaignId: string | null,
): Promise<void> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    if (post.campaign_id === campaignId) return;
    await queries.updatePostCampaign(tx, postId, campaignId);
    await record(tx, actor, now, {
      kind: 'post.campaign-set',
      subjectType: 'post',
      subjectId: postId,
      version: post.version,
      detail: { campaignId },
    });
  });
}
