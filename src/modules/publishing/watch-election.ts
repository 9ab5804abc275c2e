import { lastChange, openPeriods } from '#/modules/elections/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import { approvedByOne, askSecondApproval, type ReviewDeps } from '#/modules/review/index.ts';
import { deliveryHold } from './delivery-hold.ts';
import { holdForElection, releaseFromElection } from './hold-for-election.ts';
import { namedInScheduled } from './named-in-scheduled.ts';
import { wakeWorkers } from './queries.ts';

export type WatchDeps = Pick<ReviewDeps, 'db' | 'clock' | 'links' | 'mail'>;

/**
 * Brings what is approved and scheduled in an institution in line with its election periods: holds and lets go, puts before a
 * second person what one has approved, and looks the texts over where a list has changed since `known`. Answers what is known
 * then. Whatever it does not come to in time, the delivery itself asks.
 */
export async function watchElection(deps: WatchDeps, actor: Actor, known: string | null): Promise<string> {
  const now = deps.clock.now();
  const { asked, changed } = await deps.db.within(actor, async (tx) => {
    const released = await releaseFromElection(tx, actor.institutionId, now);
    await holdForElection(tx, actor, now);
    if (released > 0) await wakeWorkers(tx);
    const latest = await lastChange(tx, now);
    if (latest !== known) await namedInScheduled(tx, actor, now);
    const posts: string[] = [];
    for (const { starts_at: from, ends_at: to } of await openPeriods(tx, now))
      posts.push(...(await approvedByOne(tx, { from, to })));
    return { asked: new Set(posts), changed: latest };
  });
  for (const postId of asked) await askSecondApproval({ ...deps, deliveries: deliveryHold }, actor, postId);
  return changed;
}
