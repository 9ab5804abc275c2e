import type { Actor } from '#/modules/people/index.ts';
import { changeDelivery, type ChangeDeps } from './change-delivery.ts';
import { earliestTry } from './rules.ts';

/**
 * Tries again what was given up, from the beginning; or at once what waits for its next try. Where it may have been
 * sent, the network keeps its time to settle: looked for too early it would be missed, and sent a second time.
 * @throws Problem `delivery.not-found`, `delivery.wrong-state`
 */
export const retryDelivery = (deps: ChangeDeps, actor: Actor, deliveryId: string): Promise<void> =>
  changeDelivery(deps, actor, deliveryId, 'retry', (row, now) => ({
    change: {
      state: 'retrying',
      next_attempt_at: earliestTry(row, now).toString(),
      // Said to go out now, however late it is.
      let_through_at: now.toString(),
      ...(row.state === 'failed' ? { tries: 0, trying_since: null, reason: null } : {}),
      // Unless a part of it stands there: then it is looked for and finished.
      ...(row.state === 'failed' && row.step !== 'sent' ? { step: 'none', handle: null } : {}),
    },
    kind: 'delivery.retried',
    wake: true,
  }));
