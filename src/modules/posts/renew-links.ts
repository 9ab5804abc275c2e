import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { accountsOf } from './access.ts';
import { canBe } from './rules.ts';
import { lockPost, requireVersion, writeChange, type PostDeps } from './save-post.ts';

/**
 * Resolves the links of a post by the rule of today, as a save that changes them would. It breaks a seal like one.
 * @throws Problem as `savePost`
 */
export async function renewPostLinks(
  deps: PostDeps,
  actor: Actor,
  postId: string,
  read: number,
): Promise<void> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    requireVersion(post, read);
    permit(actor, 'post.write', accountsOf(post.content));
    if (!canBe('save', post.state))
      throw new Problem('conflict', 'post.not-editable', { params: { state: post.state } });
    const { title, plan_item_id: planItemId, content } = post;
    await writeChange(deps, tx, actor, post, { title, planItemId, content }, now, 'links-anew');
  });
}
