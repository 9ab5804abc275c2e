import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { lockPost, setPostState } from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import { canBeDone, DELIVERY_ACTS, type DeliveryAct } from './policy.ts';
import {
  lockDelivery,
  openWindow,
  readDelivery,
  readStatesOf,
  updateDelivery,
  wakeWorkers,
  type DeliveryChange,
  type DeliveryRow,
} from './queries.ts';
import { postStateOf } from './rules.ts';

export type ChangeDeps = { db: Db; clock: Clock };

/** The delivery and its post, locked. @throws Problem `delivery.not-found`, also for another institution's */
export async function lockWithPost(tx: Tx, deliveryId: string) {
  const known = await readDelivery(tx, deliveryId);
  if (!known) throw new Problem('not-found', 'delivery.not-found');
  // The post before the delivery, everywhere, so that two never wait for each other.
  const post = await lockPost(tx, known.post_id);
  const row = await lockDelivery(tx, deliveryId);
  if (!row) throw new Problem('not-found', 'delivery.not-found');
  return { row, post };
}

/**
 * One act of a person on one delivery: right, state, change, record, state of the post, in one transaction.
 * @throws Problem `delivery.not-found`, `delivery.wrong-state`
 */
export async function changeDelivery(
  deps: ChangeDeps,
  actor: Actor,
  deliveryId: string,
  act: DeliveryAct,
  work: (
    row: DeliveryRow,
    now: Temporal.Instant,
  ) => { change: DeliveryChange; kind: string; detail?: Record<string, unknown>; wake?: boolean },
): Promise<void> {
  permit(actor, DELIVERY_ACTS[act].permission);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const { row, post } = await lockWithPost(tx, deliveryId);
    permit(actor, DELIVERY_ACTS[act].permission, [row.account_id]);
    if (!canBeDone(act, row)) {
      throw new Problem('conflict', 'delivery.wrong-state', { params: { act, state: row.state } });
    }
    const { change, kind, detail, wake } = work(row, now);
    if (act === 'retry') await openWindow(tx, row.account_id, now);
    await updateDelivery(tx, row.id, change);
    await record(tx, actor, now, {
      kind,
      subjectType: 'delivery',
      subjectId: row.id,
      version: row.version,
      detail: { postId: row.post_id, accountId: row.account_id, ...detail },
    });
    const next = postStateOf(await readStatesOf(tx, post.id), post.state);
    if (next && next !== post.state) await setPostState(tx, post.id, next, now);
    if (wake) await wakeWorkers(tx);
  });
}
