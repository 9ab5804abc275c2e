import { may, type Act, type Actor } from '#/modules/people/index.ts';
import type { DeliveryState, DeliveryStep } from './tables.ts';

export type DeliveryAct = 'retry' | 'answer' | 'give-up' | 'remove';

/** What a person may do to a delivery, and from which states. */
export const DELIVERY_ACTS: Record<DeliveryAct, { from: readonly DeliveryState[]; permission: Act }> = {
  /** `retrying`: at once instead of at the next time. */
  retry: { from: ['failed', 'retrying'], permission: 'delivery.retry' },
  answer: { from: ['unknown', 'handed-over'], permission: 'delivery.answer' },
  'give-up': {
    from: ['failed', 'retrying', 'blocked', 'unknown', 'handed-over'],
    permission: 'delivery.give-up',
  },
  remove: { from: ['published'], permission: 'post.withdraw' },
};

/** In doubt: it may be on the network already, so that ending or sending it anew would be a guess. */
export const isInDoubt = (row: { state: DeliveryState; step: DeliveryStep }): boolean =>
  row.step === 'sent' && (row.state === 'retrying' || row.state === 'blocked');

export function canBeDone(act: DeliveryAct, row: { state: DeliveryState; step: DeliveryStep }): boolean {
  if (act === 'give-up' && isInDoubt(row)) return false;
  return DELIVERY_ACTS[act].from.includes(row.state);
}

/** The acts that are open to this person on this delivery now. */
export function openActs(
  actor: Actor,
  row: { state: DeliveryState; step: DeliveryStep; account_id: string },
): DeliveryAct[] {
  return (Object.keys(DELIVERY_ACTS) as DeliveryAct[]).filter(
    (act) => canBeDone(act, row) && may(actor, DELIVERY_ACTS[act].permission, [row.account_id]),
  );
}
