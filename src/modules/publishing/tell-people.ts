import type { Tx } from '#/db/database.ts';
import { findAccount } from '#/modules/accounts/index.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay } from '#/modules/people/index.ts';
import { lookAtPost } from '#/modules/posts/index.ts';

/** What of a delivery needs a person. `standing`: was to be taken down, and still stands. */
const KINDS = {
  failed: 'delivery.failed',
  unknown: 'delivery.unknown',
  blocked: 'delivery.blocked',
  'handed-over': 'delivery.handed-over',
  standing: 'post.still-standing',
} as const;
export type Need = keyof typeof KINDS;
export const isNeed = (state: string): state is Need => Object.hasOwn(KINDS, state);

/**
 * Tells the author and the heads, in the transaction that writes the outcome down. What a person is to publish by hand is told
 * to those who answer for the account as well: they have it on their telephone.
 */
export async function tellOfDelivery(
  tx: Tx,
  delivery: { id: string; institution_id: string; post_id: string; account_id: string },
  need: Need,
  at: Temporal.Instant,
): Promise<void> {
  const { institution_id: institutionId } = delivery;
  const post = await lookAtPost(tx, delivery.post_id);
  const account = await findAccount(tx, delivery.account_id);
  const owners = need === 'handed-over' ? [account?.owner_id, account?.second_owner_id] : [];
  await notify(tx, {
    institutionId,
    personIds: [
      post.author_id,
      ...(await peopleWhoMay(tx, institutionId, 'post.approve', [delivery.account_id])),
      ...owners.filter((id) => id !== null && id !== undefined),
    ],
    kind: KINDS[need],
    subjectType: 'delivery',
    subjectId: delivery.id,
    params: { title: post.title, account: account?.handle ?? '' },
    at,
  });
}
