import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import {
  claimWebhooks,
  forgetWebhookDeliveries,
  sendWebhook,
  type SendWebhookDeps,
} from '#/modules/webhooks/index.ts';
import { createRounds, type Rounds } from './rounds.ts';

const KEPT = { hours: 30 * 24 };
/** Messages in hand at once, each to another receiver. */
const LANES = 16;

/**
 * Sends what the acts of all institutions put on its way. Several may run: a message is in one hand at a time. A slow
 * receiver takes one lane, and only that one waits for it.
 */
export function createMessenger(deps: SendWebhookDeps): Rounds {
  const lanes = new Set<Promise<void>>();
  let stopping = false;
  const goOn = async (free: number): Promise<boolean> => {
    const taken = stopping ? [] : await claimWebhooks(deps, free);
    for (const message of taken) {
      const lane = sendWebhook(deps, message)
        // A fault of ours: the lease holds the message until it is tried again.
        .catch((error: unknown) => deps.log.error({ err: error, messageId: message.id }, 'a webhook failed'))
        .then(() => goOn(1))
        .catch((error: unknown) => deps.log.warn({ err: error }, 'webhooks cannot be claimed'))
        .then(() => void lanes.delete(lane));
      lanes.add(lane);
    }
    return taken.length > 0;
  };
  return createRounds({
    round: async () => lanes.size < LANES && (await goOn(LANES - lanes.size)),
    everyMs: 1000,
    afterFaultMs: 5000,
    fault: 'webhooks cannot be claimed',
    last: async () => {
      stopping = true;
      while (lanes.size > 0) await Promise.all(lanes);
    },
    log: deps.log,
  });
}

export const forgetOldWebhooks = (deps: { db: Db; clock: Clock }): Promise<void> =>
  forgetWebhookDeliveries(deps.db.open, deps.clock.now().subtract(KEPT));
