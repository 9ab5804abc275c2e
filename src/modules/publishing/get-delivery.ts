import type { Proof, Reason } from '#/connectors/contract.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { readByHand, type ByHand } from './by-hand.ts';
import { viewOf, type DeliveryView } from './delivery-view.ts';
import { findListed, listAttempts } from './list-queries.ts';
import type { AttemptAct } from './tables.ts';

export type DeliveryDetailView = DeliveryView & {
  attemptList: {
    no: number;
    act: AttemptAct;
    outcome: string;
    reason: Reason | null;
    startedAt: Temporal.Instant;
    endedAt: Temporal.Instant;
  }[];
  proof: Proof | null;
  byHand: ByHand | null;
  requestId: string;
};

/** A delivery with everything that was tried and what the network returned. @throws Problem `delivery.not-found` */
export async function getDelivery(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  deliveryId: string,
): Promise<DeliveryDetailView> {
  permit(actor, 'delivery.read');
  return deps.db.within(actor, async (tx) => {
    const row = await findListed(tx, deliveryId);
    if (!row) throw new Problem('not-found', 'delivery.not-found');
    const byHand = await readByHand(tx, row);
    const attempts = await listAttempts(tx, deliveryId);
    return {
      ...viewOf(row, actor, deps.clock.now()),
      attemptList: attempts.map((attempt) => ({
        no: attempt.no,
        act: attempt.act,
        outcome: attempt.outcome,
        reason: attempt.reason,
        startedAt: attempt.started_at,
        endedAt: attempt.ended_at,
      })),
      proof: row.proof,
      byHand,
      requestId: row.request_id,
    };
  });
}
