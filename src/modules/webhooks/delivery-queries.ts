import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { WebhookDeliveryState, WebhookDeliveryTable } from './tables.ts';

export type WebhookDeliveryRow = Selectable<WebhookDeliveryTable>;

export async function claimDeliveries(
  db: Kysely<Tables>,
  claim: { now: Temporal.Instant; leaseMs: number; batch: number },
): Promise<WebhookDeliveryRow[]> {
  const { rows } = await sql<WebhookDeliveryRow>`
    select * from claim_webhook_deliveries(${claim.now.toString()}::timestamptz,
      ${claim.leaseMs} * interval '1 millisecond', ${claim.batch})`.execute(db);
  return rows;
}

/** True for whoever has the message in hand: another try counts higher. */
export async function settleDelivery(
  tx: Tx,
  { webhook_id: webhookId, id, attempts }: Pick<WebhookDeliveryRow, 'webhook_id' | 'id' | 'attempts'>,
  outcome: {
    state: WebhookDeliveryState;
    nextAttemptAt: Temporal.Instant | null;
    now: Temporal.Instant;
    status: number | null;
    answer: string;
    trouble: string | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('webhook_deliveries')
    .set({
      state: outcome.state,
      lease_until: null,
      attempted_at: outcome.now.toString(),
      status: outcome.status,
      answer: outcome.answer,
      trouble: outcome.trouble,
      ...(outcome.nextAttemptAt && { next_attempt_at: outcome.nextAttemptAt.toString() }),
    })
    .where('webhook_id', '=', webhookId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertTrial(
  tx: Tx,
  trial: { id: string; webhookId: string; institutionId: string; event: string; now: Temporal.Instant },
): Promise<void> {
  const now = trial.now.toString();
  await tx
    .insertInto('webhook_deliveries')
    .values({
      webhook_id: trial.webhookId,
      id: trial.id,
      institution_id: trial.institutionId,
      event: trial.event,
      subject_type: 'webhook',
      subject_id: trial.webhookId,
      at: now,
      queued_at: now,
      next_attempt_at: now,
    })
    .execute();
}

/** Newest first. */
export function listDeliveryRows(
  tx: Tx,
  webhookId: string,
  page: { after?: string | undefined; limit: number },
): Promise<WebhookDeliveryRow[]> {
  let query = tx
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.after) query = query.where('id', '<', page.after);
  return query.execute();
}

/** Puts a message on its way anew; not one that is in hand. False where there is none. */
export async function requeueDelivery(
  tx: Tx,
  webhookId: string,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('webhook_deliveries')
    .set((eb) => ({
      state: 'waiting' as const,
      queued_at: now.toString(),
      next_attempt_at: now.toString(),
      attempts_before: eb.ref('attempts'),
    }))
    .where('webhook_id', '=', webhookId)
    .where('id', '=', id)
    .where('state', '<>', 'sending')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What waits for a webhook that is switched off. It stays in the log, from which it can be sent again. */
export async function giveUpWaiting(tx: Tx, webhookId: string, trouble: string): Promise<void> {
  await tx
    .updateTable('webhook_deliveries')
    .set({ state: 'failed', trouble })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute();
}

export async function forgetWebhookDeliveries(db: Kysely<Tables>, before: Temporal.Instant): Promise<void> {
  await sql`select forget_webhook_deliveries(${before.toString()}::timestamptz)`.execute(db);
}
