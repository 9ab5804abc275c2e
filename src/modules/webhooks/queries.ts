import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { OffReason, WebhookTable } from './tables.ts';

export type WebhookRow = Selectable<WebhookTable>;

/** Oldest first: where somebody looks for theirs, it stays. */
export const listWebhookRows = (tx: Tx): Promise<WebhookRow[]> =>
  tx.selectFrom('webhooks').selectAll().orderBy('id').execute();

export const findWebhookRow = (tx: Tx, id: string): Promise<WebhookRow | undefined> =>
  tx.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst();

/** The same, and nobody else changes it until the transaction ends; acts that are being written go on. */
export const holdWebhookRow = (tx: Tx, id: string): Promise<WebhookRow | undefined> =>
  tx.selectFrom('webhooks').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export async function insertWebhook(
  tx: Tx,
  webhook: {
    id: string;
    institutionId: string;
    url: string;
    events: string[];
    sealed: string;
    by: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('webhooks')
    .values({
      id: webhook.id,
      institution_id: webhook.institutionId,
      url: webhook.url,
      events: webhook.events,
      state: 'on',
      sealed: webhook.sealed,
      created_by: webhook.by,
      created_at: webhook.now.toString(),
    })
    .execute();
}

export async function changeWebhookRow(
  tx: Tx,
  { id, revision }: Pick<WebhookRow, 'id' | 'revision'>,
  change: Partial<Pick<WebhookRow, 'url' | 'events' | 'sealed' | 'sealed_before'>> & {
    before_until?: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('webhooks')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', id)
    .execute();
}

/** Null switches it on, as one that never failed. */
export async function switchWebhook(tx: Tx, id: string, offReason: OffReason | null): Promise<void> {
  await tx
    .updateTable('webhooks')
    .set((eb) => ({
      revision: eb('revision', '+', 1),
      off_reason: offReason,
      state: offReason === null ? ('on' as const) : ('off' as const),
      ...(offReason === null && { failing_since: null }),
    }))
    .where('id', '=', id)
    .execute();
}

export async function noteTry(
  tx: Tx,
  id: string,
  note: { lastSuccessAt: Temporal.Instant } | { failingSince: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('webhooks')
    .set(
      'lastSuccessAt' in note
        ? { last_success_at: note.lastSuccessAt.toString(), failing_since: null }
        : { failing_since: note.failingSince.toString() },
    )
    .where('id', '=', id)
    .execute();
}

export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('webhooks').where('id', '=', id).execute();
}

/** Seals anew what was sealed like this; a secret that was rotated meanwhile stays. */
export async function resealWebhook(
  tx: Tx,
  id: string,
  from: string,
  to: { sealed: string; sealed_before: string | null; before_until: string | null },
): Promise<void> {
  await tx.updateTable('webhooks').set(to).where('id', '=', id).where('sealed', '=', from).execute();
}
