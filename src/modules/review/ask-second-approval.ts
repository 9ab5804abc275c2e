import { isProblem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { goesOutAt, periodsAt } from '#/modules/elections/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import { canBe, lockPost, movePost, sealOf, standingApproval } from '#/modules/posts/index.ts';
import { arriveAtStep } from './arrive.ts';
import { countOpenConditions } from './condition-queries.ts';
import { SECOND_STEP } from './paths.ts';
import * as queries from './queries.ts';
import { hasSecondApproval } from './second-approval.ts';
import type { ReviewDeps } from './submit-post.ts';
import { tell } from './tell.ts';

/**
 * Puts a post that one person has approved before a second, for the house: an election period covers the moment at which it
 * would go out. Nothing of it goes out meanwhile, and the first approval stands. Answers false where there is nothing to ask:
 * two have approved, a condition is open, or it is with its network at this moment.
 */
export async function askSecondApproval(
  deps: Pick<ReviewDeps, 'db' | 'clock' | 'deliveries' | 'links' | 'mail'>,
  actor: Actor,
  postId: string,
): Promise<boolean> {
  const now = deps.clock.now();
  try {
    return await deps.db.within(actor, async (tx) => {
      const post = await lockPost(tx, postId);
      const [period] = await periodsAt(tx, goesOutAt(post.due_at, now));
      if (!period || !canBe('ask-again', post.state)) return false;
      const seal = sealOf(post.content);
      if (await hasSecondApproval(tx, postId, seal)) return false;
      if ((await countOpenConditions(tx, postId)) > 0) return false;
      await deps.deliveries.hold(tx, postId, 'second-approval', now);
      const before = await queries.readLastReview(tx, postId);
      const id = newId();
      await queries.insertReview(tx, {
        id,
        institutionId: actor.institutionId,
        postId,
        version: post.version,
        seal,
        path: { id: null, name: '', steps: [SECOND_STEP] },
        step: 0,
        urgent: null,
        follows: before?.outcome === 'approved' && before.seal === seal ? before.id : null,
        by: before?.started_by ?? null,
        now,
      });
      await movePost(tx, actor, post, 'ask-again', now, {
        kind: 'election.second-asked',
        detail: { period: period.name, periodId: period.id },
      });
      const review = await queries.readReview(tx, id);
      if (!review) throw new Error('the review that was begun is not there');
      await arriveAtStep(tx, deps, actor, post, review, 0, now);
      const first = await standingApproval(tx, postId);
      await tell(tx, deps, actor, now, {
        kind: 'asked-again',
        post,
        people: [first?.approved_by ?? null],
        period: period.name,
      });
      return true;
    });
  } catch (error) {
    if (isProblem(error, 'post.going-out')) return false;
    throw error;
  }
}
