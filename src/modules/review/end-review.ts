import type { Tx } from '#/db/database.ts';
import { settleNotices, type NoticeKind } from '#/modules/notices/index.ts';
import * as queries from './queries.ts';

/** What tells somebody that it is their turn. */
const ASKING: readonly NoticeKind[] = [
  'post.submitted',
  'review.asked',
  'election.second',
  'review.reminder',
  'review.late',
];

type Review = Pick<queries.ReviewRow, 'id' | 'post_id' | 'institution_id'>;

/** Ends a review: nobody is asked any more, and what asked them no longer waits in their studio. */
export async function endReview(
  tx: Tx,
  review: Review,
  outcome: Parameters<typeof queries.endReview>[2],
  now: Temporal.Instant,
): Promise<void> {
  await queries.endReview(tx, review.id, outcome, now);
  await settleAsking(tx, review, now);
}

/** The turn is over: of some people, who have answered, or of all who were asked. */
export const settleAsking = (
  tx: Tx,
  review: Review,
  now: Temporal.Instant,
  personIds?: readonly string[],
): Promise<void> =>
  settleNotices(
    tx,
    {
      institutionId: review.institution_id,
      subjectId: review.post_id,
      kinds: ASKING,
      ...(personIds ? { personIds } : {}),
    },
    now,
  );
