import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listRepeats, markWithdrawn } from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import { endReviewOf } from '#/modules/review/index.ts';
import type { WithdrawDeps } from './withdraw-post.ts';

const OPEN: ReadonlySet<string> = new Set(['draft', 'sent-back', 'in-review']);

/**
 * Takes back the repeats of a series that nobody has approved yet; the others go out. Answers what was taken back, and
 * which of it was being written and can be taken up as it was.
 * @throws Problem `post.not-found`, `post.changed` where somebody saves or approves one of them at this moment
 */
export async function stopRepeats(
  deps: Pick<WithdrawDeps, 'db' | 'clock'>,
  actor: Actor,
  postId: string,
  reason: string,
): Promise<{ postId: string; version: number; wasDraft: boolean }[]> {
  permit(actor, 'post.withdraw');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const open = (await listRepeats(tx, actor, postId)).filter(({ state }) => OPEN.has(state));
    const stopped = [];
    for (const { id, version } of open) {
      const before = await markWithdrawn(tx, actor, id, { version, reason }, now);
      // Approved between reading and locking: it goes out, and is not taken back unseen.
      if (!OPEN.has(before.state)) throw new Problem('changed', 'post.changed', { detail: { version } });
      await endReviewOf(tx, id, now);
      stopped.push({ postId: id, version, wasDraft: before.state !== 'in-review' });
    }
    await record(tx, actor, now, {
      kind: 'post.repeats-stopped',
      subjectType: 'post',
      subjectId: postId,
      detail: { count: stopped.length },
    });
    return stopped;
  });
}
