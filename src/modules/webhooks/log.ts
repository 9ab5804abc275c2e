import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import * as queries from './delivery-queries.ts';
import { TRIAL } from './events.ts';
import { holdWebhook, readWebhook, told } from './manage-webhooks.ts';
import { hostOf } from './switch-off.ts';

type Deps = { db: Db; clock: Clock };

/** What was sent there and what became of it, newest first. @throws Problem `webhook.not-found` */
export async function listWebhookDeliveries(
  tx: Tx,
  actor: Actor,
  webhookId: string,
  page: { after?: string | undefined; limit: number },
): Promise<queries.WebhookDeliveryRow[]> {
  await readWebhook(tx, actor, webhookId);
  return queries.listDeliveryRows(tx, webhookId, page);
}

/** Sends a trial, once, also to a webhook that is switched off. @throws Problem `webhook.not-found` */
export async function tryWebhook(deps: Deps, actor: Actor, webhookId: string): Promise<void> {
  permit(actor, 'webhook.manage');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const { url } = await holdWebhook(tx, webhookId);
    const trial = { id: newId(), webhookId, institutionId: actor.institutionId, event: TRIAL, now };
    await queries.insertTrial(tx, trial);
    await told(tx, actor, now, 'webhook.tried', webhookId, { host: hostOf(url) });
  });
}

/**
 * Sends a message once more, under the same id, with three days before it.
 * @throws Problem `webhook.is-off`; `webhook.not-found`; `webhook.message-not-found`, also for one that is being sent
 */
export async function resendWebhookDelivery(
  deps: Deps,
  actor: Actor,
  webhookId: string,
  messageId: string,
): Promise<void> {
  permit(actor, 'webhook.manage');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const { url, state } = await holdWebhook(tx, webhookId);
    if (state === 'off') throw new Problem('conflict', 'webhook.is-off');
    if (!(await queries.requeueDelivery(tx, webhookId, messageId, now)))
      throw new Problem('not-found', 'webhook.message-not-found');
    await told(tx, actor, now, 'webhook.sent-again', webhookId, { host: hostOf(url), messageId });
  });
}
