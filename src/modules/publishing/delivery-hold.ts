import { Problem } from '#/kernel/errors.ts';
import type { DeliveryHold } from '#/modules/posts/index.ts';
import { isInDoubt } from './policy.ts';
import { lockDeliveriesOf, updateDeliveries } from './queries.ts';
import { isWaiting } from './rules.ts';

/**
 * Takes back what waits when the ground of it goes: a broken seal, a withdrawal, a remark of the approver. The post
 * is locked by the caller. What is in doubt is left alone: it is looked for, and without an approval never sent
 * again.
 * @throws Problem `post.going-out` where one is on its way at this moment
 */
export const deliveryHold: DeliveryHold = {
  async hold(tx, postId, cause) {
    const rows = await lockDeliveriesOf(tx, postId);
    if (rows.some((row) => row.state === 'publishing')) throw new Problem('conflict', 'post.going-out');
    // What waits for a person is not out either: they are not to publish what was taken back.
    const waiting = rows.filter(
      (row) => row.state === 'handed-over' || (isWaiting(row.state) && !isInDoubt(row)),
    );
    const ids = waiting.map((row) => row.id);
    const reason = JSON.stringify({ code: `delivery.${cause}` });
    await updateDeliveries(tx, ids, { state: 'withdrawn', reason });
  },
};
