import type { Tx } from '#/db/database.ts';
import { isLetGo, meetPeriods, noteFindings, periodsAt } from '#/modules/elections/index.ts';
import { lookAtPost, sealOf, type PostContent } from '#/modules/posts/index.ts';
import { hasSecondApproval } from '#/modules/review/index.ts';
import type { Outcome } from './next-step.ts';
import type { Claimed } from './queries.ts';

/** By then whoever watches over periods has put the post before a second person. */
const ASKED_WITHIN = { seconds: 60 };

/**
 * What an election period makes of a delivery at the last moment, in the transaction that loads it: so a period that was
 * declared over it a second ago is heeded, too. Null: it goes on. Without a period one question is all.
 */
export async function heedElection(
  tx: Tx,
  claimed: Claimed,
  content: PostContent,
  now: Temporal.Instant,
): Promise<Outcome | null> {
  // What is in doubt was let out once; it is looked for, and not judged again.
  if (claimed.step === 'sent') return null;
  if ((await periodsAt(tx, now)).length === 0) return null;
  const post = await lookAtPost(tx, claimed.post_id);
  const { found, hold } = await meetPeriods(tx, { ...post, content: { ...content, dueAt: null } }, now);
  const named = found.find(({ exception }) => exception === null);
  if (named) {
    await noteFindings(tx, { ...post, version: claimed.version }, found, now);
    const params = { found: named.found, period: named.period.name };
    return { kind: 'rejected', reason: { code: 'network.election-named', params } };
  }
  if (!(await hasSecondApproval(tx, claimed.post_id, sealOf(content)))) {
    if (post.state === 'scheduled') return { kind: 'spaced', until: now.add(ASKED_WITHIN) };
    // Something of it is out already, so it cannot go back to review.
    return { kind: 'rejected', reason: { code: 'network.second-approval' } };
  }
  if (!hold) return null;
  const held = { periodId: hold.period.id, postId: claimed.post_id, version: claimed.version };
  return (await isLetGo(tx, held, hold.cause)) ? null : { kind: 'election' };
}
