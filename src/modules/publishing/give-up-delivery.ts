import type { Actor } from '#/modules/people/index.ts';
import { changeDelivery, type ChangeDeps } from './change-delivery.ts';

/**
 * Ends a delivery that will not be tried again. One that may be on the network at this moment is not ended but
 * looked for.
 * @throws Problem `delivery.not-found`, `delivery.wrong-state`
 */
export const giveUpDelivery = (deps: ChangeDeps, actor: Actor, deliveryId: string): Promise<void> =>
  changeDelivery(deps, actor, deliveryId, 'give-up', (row) => ({
    change: { state: 'withdrawn', reason: JSON.stringify({ code: 'delivery.given-up' }) },
    kind: 'delivery.given-up',
    detail: { from: row.state, ...(row.reason ? { reason: row.reason.code } : {}) },
  }));
